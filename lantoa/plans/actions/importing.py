"""A plan on paper becomes a draft: as read, with what a person corrected, every row beside its words."""

from django.db import transaction

from lantoa.common import audit, dates, files
from lantoa.common.files import Upload
from lantoa.common.problems import refuse
from lantoa.paper.structure import to_plain
from lantoa.people.models import Unit, User
from lantoa.plans.actions.doing import put, tidy
from lantoa.plans.actions.drafting import HEAD, new_draft
from lantoa.plans.actions.parts import PARTS
from lantoa.plans.citing import citation_in, documents_named
from lantoa.plans.models import LegalBasis, Plan, PlanPart, Programme
from lantoa.plans.proposal import Proposal, Row, proposal_of, sections_of
from lantoa.plans.reading import PlanReading

PLAN_FILES = {
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/plain",
}


@transaction.atomic
def import_reading(
    reading: PlanReading,
    upload: Upload,
    *,
    by: User,
    unit: Unit,
    corrected: Proposal | None = None,
    programme: Programme | None = None,
    parent: Plan | None = None,
) -> Plan:
    """Keep what was read as a draft of a unit, with the file it was read from.

    corrected: the reading as a person left it; without it, as read. Only what is taken is kept; rows whose
    first field is empty are dropped. Every row keeps the words it was read from and their clause.
    """
    proposal = corrected or proposal_of(reading)
    head = {name: value for name, value in proposal.head.items() if name != "year" and value is not None}
    if not tidy(head.get("title", "")):
        refuse("no_title", "Ghi trích yếu của kế hoạch.", "title")
    year = proposal.head.get("year") or dates.today().year
    plan = new_draft(unit, year, by, programme=programme, parent=parent)
    # What the paper leaves out stays open: the names of today are not put into an older paper.
    put(plan, {"issuer_name": "", "place": "", **head}, HEAD)
    plan.annexes = to_plain(reading.document.annexes)
    plan.source_file = files.keep(upload, by, PLAN_FILES)
    plan.save()
    for order, (path, fields) in enumerate(sections_of(reading)):
        _keep(plan, "muc", order, Row(path, fields), reading)
    for key, rows in proposal.parts.items():
        kept = [row for row in rows if row.taken and row.fields[PARTS[key][1][0]]]
        for order, row in enumerate(kept):
            _keep(plan, key, order, row, reading)
    _name_documents(plan)
    audit.log(by, "import_plan", plan, unit_id=unit.pk, file=plan.source_file.sha256, rows=proposal.rows)
    return plan


def _name_documents(plan: Plan) -> None:
    bases = list(LegalBasis.objects.filter(plan=plan))
    for basis, document in zip(bases, documents_named([b.citation for b in bases]), strict=True):
        basis.document = document
    LegalBasis.objects.bulk_update(bases, ["document"])


def _keep(plan: Plan, key: str, order: int, row: Row, reading: PlanReading) -> PlanPart:
    model, allowed = PARTS[key]
    part = model(plan=plan, order=order)
    fields = dict(row.fields)
    if isinstance(part, LegalBasis) and "citation" not in fields:
        fields["citation"] = citation_in(fields["text"])
    put(part, fields, frozenset(allowed) | {"in_opening"})
    evidence = reading.evidence.get(row.path)
    if evidence:
        part.read_from, part.where = tidy(evidence.quote), evidence.section[:40]
    part.save()
    return part
