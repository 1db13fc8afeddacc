"""How sign-in behaves here: no sign-up, no mail, second-factor secrets sealed at rest."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from lantoa.common.sealing import seal, unseal


class StaffAdapter(DefaultAccountAdapter):
    """Accounts are given by the office, never taken."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """The office sends no mail about accounts."""

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """The office sends no mail about accounts."""


class SealedMFAAdapter(DefaultMFAAdapter):
    """Secrets of the second factor lie sealed in the database."""

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)
