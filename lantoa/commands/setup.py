"""`lantoa setup`: tables, reference data, static files. Safe to run again; a second run takes seconds."""

from lantoa.commands.django_ready import ready
from lantoa.commands.words import Words


def run(argv: list[str]) -> int:
    Words("lantoa setup", "Chuẩn bị cơ sở dữ liệu và dữ liệu tham chiếu.").parse_args(argv)
    ready()
    prepare()
    print("Đã chuẩn bị xong cơ sở dữ liệu và dữ liệu tham chiếu.")
    return 0


def prepare() -> None:
    """Bring the database and the static files to the state of this version."""
    from django.core.management import call_command

    from lantoa.library.reference import load_poverty_standards, load_topics
    from lantoa.people.actions import load_shipped_centres, load_shipped_units
    from lantoa.people.reference import load_audience_kinds
    from lantoa.plans.reference import load_reference

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    load_shipped_units()
    load_shipped_centres()
    load_audience_kinds()
    load_topics()
    load_poverty_standards()
    load_reference()
