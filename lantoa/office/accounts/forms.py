"""Forms of sign-in as ours: no placeholder that repeats the label, no link to a mail that is never sent."""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms


def _plain(form: forms.Form) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""
    if "code" in form.fields:
        form.fields["code"].widget.attrs.update({"class": "short", "inputmode": "numeric"})


class LoginForm(account.LoginForm):
    def __init__(self, *args: object, **more: object):
        super().__init__(*args, **more)
        _plain(self)
        self.fields["login"].widget.attrs.update({"autocapitalize": "none", "spellcheck": "false"})


class ChangePasswordForm(account.ChangePasswordForm):
    def __init__(self, *args: object, **more: object):
        super().__init__(*args, **more)
        _plain(self)


class ReauthenticateForm(account.ReauthenticateForm):
    def __init__(self, *args: object, **more: object):
        super().__init__(*args, **more)
        _plain(self)


class AuthenticateForm(mfa.AuthenticateForm):
    """Takes a code of the telephone or a recovery code, so the keyboard shows letters too."""

    def __init__(self, *args: object, **more: object):
        super().__init__(*args, **more)
        _plain(self)
        self.fields["code"].widget.attrs.pop("inputmode")


class MFAReauthenticateForm(mfa.ReauthenticateForm):
    def __init__(self, *args: object, **more: object):
        super().__init__(*args, **more)
        _plain(self)
        self.fields["code"].widget.attrs.pop("inputmode")


class ActivateTOTPForm(totp.ActivateTOTPForm):
    def __init__(self, *args: object, **more: object):
        super().__init__(*args, **more)
        _plain(self)
