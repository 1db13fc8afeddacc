"""Every door through which words that a person typed reach someone without an account.

The list is the ground for two guards: whoever wrote such words is never the one who lets them out, and no
identifier of a household passes. What the public pages show and stands neither here nor in NO_DOOR fails.
"""

from dataclasses import dataclass

STANDARD_PAGES = ("portal:household",)
BENEFIT_PAGES = ("portal:benefits", "portal:search")
DOCUMENT_PAGES = ("portal:documents", "portal:document", "portal:search", "portal:changes_feed")
EDITION_PAGES = ("portal:articles", "portal:article", "portal:home", "portal:search", "portal:printed")
ANSWER_PAGES = ("portal:answers", "portal:answer", "portal:look_up", "portal:search")


@dataclass(frozen=True)
class Door:
    """Fields of one model that are let out together.

    fields: names on the model ("library.Policy"). shown_at: names of the public routes. writes: the
    actions that put words there, "area.action". checks: the action by which another person lets them out.
    """

    model: str
    fields: tuple[str, ...]
    shown_at: tuple[str, ...]
    writes: tuple[str, ...]
    checks: str


DOORS = (
    Door(
        "content.Article", ("title",), EDITION_PAGES, ("content.write_article", "content.edit_article"),
        "content.approve",
    ),
    Door(
        "content.EditionVersion", ("blocks",), EDITION_PAGES + ANSWER_PAGES,
        ("content.save_draft", "content.submit"), "content.approve",
    ),
    Door(
        "questions.Question", ("public_text",), ("portal:answers", "portal:answer", "portal:search"),
        ("questions.write_public_words",), "questions.publish_answer",
    ),
    Door(
        "questions.Question", ("routed_to",), ("portal:look_up",), ("questions.route_out",),
        "questions.check_route",
    ),
    Door(
        "library.Policy",
        ("title", "benefit", "area_condition", "where_to_apply"),
        BENEFIT_PAGES,
        ("library.write_policy",),
        "library.mark_policy_checked",
    ),
    Door(
        "library.PolicyParameter", ("name", "value"), BENEFIT_PAGES, ("library.add_parameter",),
        "library.mark_parameter_checked",
    ),
    Door(
        "library.PovertyStandard", ("reference",), STANDARD_PAGES, ("library.write_standard",),
        "library.mark_standard_checked",
    ),
    Door(
        "library.Document",
        ("kind", "number", "symbol", "issuer", "title", "signer_name", "signer_title", "apart"),
        DOCUMENT_PAGES,
        ("library.register_document", "library.update_document", "library.confirm_file",
         "library.load_library"),
        "library.mark_checked",
    ),
    Door(
        "library.Provision",
        ("number", "heading", "words"),
        ("portal:document", "portal:search"),
        ("library.add_provision", "library.correct_provision", "library.set_provisions"),
        "library.mark_checked",
    ),
    Door(
        "library.Effect",
        ("new_words", "old_phrase", "new_phrase"),
        ("portal:document", "portal:search", "portal:changes_feed"),
        ("library.record_effect", "library.date_effect"),
        "library.mark_checked",
    ),
    Door(
        "library.StatusDeclaration", ("source",), ("portal:benefits",), ("library.declare_status",),
        "library.mark_checked",
    ),
)  # fmt: skip

# What the public pages show besides, and why it is no door.
NO_DOOR: dict[str, str] = {
    "library.Effect.added_eid": "made from the mark that the new words begin with",
    "library.Provision.eid": "made from kind and number",
    "library.Topic.name": "comes with the product; nothing changes it",
    "people.AudienceKind.name": "comes with the product; nothing changes it",
    "people.AudienceKind.meaning": "comes with the product; nothing changes it",
    "people.UnitVersion.name": "what a place is called by its resolution; an administrator's, with the basis",
    "people.UnitVersion.type_word": "phường, xã: an administrator's, with the basis",
    "questions.Question.text": "the asker's own words, shown to her alone by her code",
}
