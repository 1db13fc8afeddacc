"""A browser that belongs to one person."""

from django.test import Client

from lantoa.people.models import User


def as_(user: User) -> Client:
    """Signed in as this person, without going through the sign-in page."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
