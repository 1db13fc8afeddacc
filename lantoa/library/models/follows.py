"""What a person wants to be told of: a topic, a document or a policy."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.library.models.documents import Document, Topic
from lantoa.library.models.policies import Policy


class Follow(models.Model):
    """Theo dõi: a person is told of changes to one topic, document or policy, from a moment on."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows", verbose_name="người theo dõi"
    )
    topic = models.ForeignKey(
        Topic, models.CASCADE, null=True, blank=True, related_name="follows", verbose_name="chủ đề"
    )
    document = models.ForeignKey(
        Document, models.CASCADE, null=True, blank=True, related_name="follows", verbose_name="văn bản"
    )
    policy = models.ForeignKey(
        Policy, models.CASCADE, null=True, blank=True, related_name="follows", verbose_name="chính sách"
    )
    at = models.DateTimeField("từ lúc")

    class Meta:
        verbose_name = "theo dõi"
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(topic__isnull=False, document__isnull=True, policy__isnull=True)
                | Q(topic__isnull=True, document__isnull=False, policy__isnull=True)
                | Q(topic__isnull=True, document__isnull=True, policy__isnull=False),
                name="one_thing_is_followed",
            ),
            models.UniqueConstraint(
                fields=["user", "topic"], condition=Q(topic__isnull=False), name="a_topic_is_followed_once"
            ),
            models.UniqueConstraint(
                fields=["user", "document"],
                condition=Q(document__isnull=False),
                name="a_document_is_followed_once",
            ),
            models.UniqueConstraint(
                fields=["user", "policy"], condition=Q(policy__isnull=False), name="a_policy_is_followed_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.thing)

    @property
    def thing(self) -> Topic | Document | Policy | None:
        return self.topic or self.document or self.policy
