"""Every page that someone without an account can read, as one text: what the guards of the doors look at."""

from collections.abc import Iterable

from django.test import Client
from django.urls import reverse

from lantoa.content.models import EditionVersion
from lantoa.library.models import Document, PovertyStandard
from lantoa.people.models import AudienceGroup, AudienceKind
from lantoa.questions.models import Question

WITHOUT_PARAMETERS = (
    "home",
    "articles",
    "documents",
    "changes_feed",
    "answers",
    "ask",
    "look_up",
    "household",
)
OTHERS = ("benefits", "document", "article", "answer", "printed", "search")
READ = {f"portal:{name}" for name in (*WITHOUT_PARAMETERS, *OTHERS)}


def read_by_everyone(asked: Iterable[str] = (), codes: Iterable[str] = ()) -> dict[str, str]:
    """Route -> all that it shows. asked: words to search for. codes: look-up codes of questions."""
    client, read = Client(), {}

    def get(name: str, *args: object, **query: str) -> None:
        answer = client.get(reverse(f"portal:{name}", args=args), query)
        if answer.status_code == 200:
            page = answer.content.decode()
            if name == "search":  # what was typed stands in the form, before what was found
                page = page.partition("<section")[2]
            read[f"portal:{name}"] = read.get(f"portal:{name}", "") + page.replace("<mark>", "").replace(
                "</mark>", ""
            )

    for name in WITHOUT_PARAMETERS:
        get(name)
    for key in AudienceKind.objects.filter(group=AudienceGroup.HOUSEHOLD).values_list("key", flat=True):
        get("benefits", key)
    for pk in Document.objects.values_list("pk", flat=True):
        get("document", pk)
    for pk in EditionVersion.objects.values_list("pk", flat=True):
        get("article", pk)
        get("printed", pk)
    for pk in Question.objects.values_list("pk", flat=True):
        get("answer", pk)
    for words in asked:
        get("search", tim=words)
    for code in codes:
        read["portal:look_up"] += client.post(reverse("portal:look_up"), {"code": code}).content.decode()
    for line in PovertyStandard.objects.all():
        figures = {"territory": "", "area": line.area, "income": "1.000.000", "deprived": "3", "home": ""}
        figures["day"] = f"{line.valid_from:%d/%m/%Y}"
        read["portal:household"] += client.post(reverse("portal:household"), figures).content.decode()
    return read
