"""Đối chiếu bằng chứng: a file that was handed in, against its deed and against all earlier evidence."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from lantoa.common import dates, files
from lantoa.common.looks import FLAT
from lantoa.common.models import StoredFile
from lantoa.content.terms import chain_of
from lantoa.deliveries.models import Delivery, Evidence, Grade
from lantoa.deliveries.permissions import ACCEPTORS
from lantoa.deliveries.rules.evidence_fits_its_deed import (
    Clash,
    ClashKind,
    Whereabouts,
    clash_of_day,
    clash_of_place,
)
from lantoa.deliveries.tellings import current_lines, of_tellings
from lantoa.people.models import User
from lantoa.people.queries import scope, shapes_of, tree


def clashes_of(kind: str, file: StoredFile, line: Delivery) -> list[Clash]:
    """All that does not fit about a file as evidence of a line: day, place, use for another telling, nothing
    to be seen on it. Asked while the ledger is held, so that two at once cannot both be the first."""
    seen = None
    if file.latitude is not None and file.longitude is not None:
        seen = float(file.latitude), float(file.longitude)
    found = [
        clash_of_day(kind, line.channel.medium, file.taken_on, line.happened_on, dates.today()),
        clash_of_place(seen, _whereabouts(line)) if seen is not None else None,
        *_used_before(kind, file, line),
    ]
    if file.look == FLAT:
        found.append(Clash(ClashKind.BLANK, "Ảnh chỉ có một màu, không thấy gì trên đó."))
    return [clash for clash in found if clash is not None]


def _whereabouts(line: Delivery) -> Whereabouts:
    """The measured point of the deed, else the shape of its unit or of the nearest unit above with one."""
    if line.latitude is not None and line.longitude is not None:
        return Whereabouts(point=(float(line.latitude), float(line.longitude)))
    chain = chain_of(line.unit_id, tree())
    shapes = shapes_of(chain)
    for unit_id in chain:
        if shape := shapes.get(unit_id):
            version = shape.unit.version_on(line.happened_on)
            kind, name = (version.kind, version.full_name) if version else ("", shape.unit.key)
            centre = float(shape.latitude), float(shape.longitude)
            return Whereabouts(outline=shape.outline, centre=centre, kind=kind, name=name)
    return Whereabouts()


def _used_before(kind: str, file: StoredFile, line: Delivery) -> Iterator[Clash]:
    ours = of_tellings([line.telling_id], "delivery__")
    others = Evidence.objects.exclude(ours).filter(decides__isnull=True).select_related("delivery")
    known_since = Evidence.objects.filter(ours, file=file).order_by("pk").first()
    if known_since is not None:  # taken over into a correction: who used the file after it clashes, not we
        others = others.filter(pk__lt=known_since.pk)
    same = Q(file__sha256=file.sha256)
    if file.received_sha256:
        same |= Q(file__received_sha256=file.received_sha256)
    if first := others.filter(same).order_by("pk").first():
        yield Clash(ClashKind.SAME_FILE, f"Tệp này đã làm bằng chứng cho {_named(first)}.", first.pk)
        return
    elsewhere = _pictures_elsewhere(file)
    if elsewhere is not None:
        day = dates.say(elsewhere.uploaded_at.astimezone(dates.VIETNAM).date())
        yield Clash(ClashKind.SAME_FILE, f"Ảnh này đã nộp ngày {day} cho việc khác.")
        return
    if kind == Evidence.Kind.PHOTO:
        near = [one.pk for one in files.alike(file.look) if one.pk != file.pk]
        if first := others.filter(file__in=near, kind=Evidence.Kind.PHOTO).order_by("pk").first():
            yield Clash(ClashKind.LOOKS_ALIKE, f"Ảnh gần giống ảnh của {_named(first)}.", first.pk)


def _pictures_elsewhere(file: StoredFile) -> StoredFile | None:
    """The same picture, kept before as anything but evidence."""
    if file.look in ("", FLAT):
        return None
    same = StoredFile.objects.filter(sha256=file.sha256, pk__lt=file.pk)
    evidence = Evidence.objects.filter(file__isnull=False).values("file_id")
    return same.exclude(pk__in=evidence).order_by("pk").first()


def _named(evidence: Evidence) -> str:
    line = evidence.delivery
    return f"dòng số {line.position} của sổ, ngày {dates.say(line.happened_on)}"


def held_evidence() -> QuerySet[Evidence]:
    """Evidence of lines that hold now, with a clash that nobody has decided yet."""
    undecided = Evidence.objects.filter(grade=Grade.E1, decides__isnull=True, decision__isnull=True)
    return undecided.exclude(clashes=[]).filter(delivery__in=current_lines())


def evidence_to_decide(user: User) -> QuerySet[Evidence]:
    """What waits for her: held evidence of her units that is not her own, the oldest first."""
    mine = held_evidence().filter(delivery__unit_id__in=scope(user).inside(*ACCEPTORS))
    own = Q(added_by=user) | Q(delivery__recorded_by=user) | Q(delivery__original__recorded_by=user)
    return mine.exclude(own).select_related("delivery", "file")


def waits_for_another(line: Delivery) -> bool:
    """Is some of its evidence held until a second person has looked?"""
    return held_evidence().filter(delivery=line).exists()
