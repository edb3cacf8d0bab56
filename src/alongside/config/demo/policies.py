"""What the demo's own addresses demand."""

from alongside.faces.common.policy import Policies, public

POLICIES: Policies = {
    "demo:door": {"GET": public},
    "demo:come_in": {"POST": public},
    "demo:letters": {"GET": public},
}
