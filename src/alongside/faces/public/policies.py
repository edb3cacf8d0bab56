"""What the addresses of this face demand, and those of the sign-in library.

A route of the library that we do not use answers nobody: people are invited, so nobody signs up; an address is
what an invitation is bound to, so nobody changes it alone; a password is set through a letter.
"""

from django.conf import settings

from alongside.faces.common.policy import Policies, Policy, public, signed_in

_READ = {"GET": public}
_READ_AND_SEND = {"GET": public, "POST": public}
_OWN = {"GET": signed_in}
_OWN_AND_CHANGE = {"GET": signed_in, "POST": signed_in}
_CLOSED: dict[str, Policy] = {}

_PAGES: Policies = {
    "public:welcome": _READ,
    "public:clinic": _READ,
    "public:for_us": _READ,
    "public:therapists": _READ,
    "public:story": _READ_AND_SEND,
    "public:story_thanks": _READ,
    "public:privacy": _READ,
    "public:safety": _READ,
    "public:way_in": _OWN,
    "public:fresh_code": _OWN_AND_CHANGE,
    "public:start_again": {"POST": public},
    "public:signed_out": _READ,
    "public:invitation": _READ_AND_SEND,
    "public:calendar": _READ,
}
_SIGNING_IN: Policies = {
    "account_request_login_code": _READ_AND_SEND,
    "account_confirm_login_code": _READ_AND_SEND,
    "account_login": _READ_AND_SEND,
    "mfa_login_webauthn": _READ_AND_SEND,
    "mfa_authenticate": _READ_AND_SEND,
    "account_inactive": _READ,
    "account_reset_password": _READ_AND_SEND,
    "account_reset_password_done": _READ,
    "account_reset_password_from_key": _READ_AND_SEND,
    "account_reset_password_from_key_done": _READ,
}
_OWN_SIGN_IN: Policies = {
    "account_logout": _OWN_AND_CHANGE,
    "account_reauthenticate": _OWN_AND_CHANGE,
    "account_change_password": _OWN_AND_CHANGE,
    "mfa_index": _OWN,
    "mfa_reauthenticate": _OWN_AND_CHANGE,
    "mfa_reauthenticate_webauthn": _OWN_AND_CHANGE,
    "mfa_activate_totp": _OWN_AND_CHANGE,
    "mfa_deactivate_totp": _OWN_AND_CHANGE,
    "mfa_list_webauthn": _OWN,
    "mfa_add_webauthn": _OWN_AND_CHANGE,
    "mfa_edit_webauthn": _OWN_AND_CHANGE,
    "mfa_remove_webauthn": _OWN_AND_CHANGE,
    "mfa_view_recovery_codes": _OWN,
    "mfa_generate_recovery_codes": _OWN_AND_CHANGE,
    "mfa_download_recovery_codes": _OWN,
}
_UNUSED: Policies = {
    "account_signup": _CLOSED,
    "account_email": _CLOSED,
    "account_email_verification_sent": _CLOSED,
    "account_confirm_email": _CLOSED,
    "account_set_password": _CLOSED,
}
_GALLERY: Policies = {"public:gallery": _READ} if settings.DEMO or settings.DEBUG else {}

POLICIES: Policies = {**_PAGES, **_SIGNING_IN, **_OWN_SIGN_IN, **_UNUSED, **_GALLERY}
