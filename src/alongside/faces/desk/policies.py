"""What the addresses of this face demand."""

from alongside.faces.common.policy import Policies

POLICIES: Policies = {}
