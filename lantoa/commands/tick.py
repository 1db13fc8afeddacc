"""`lantoa tick`: runs the timers once. Each is safe to run twice, so it may run as often as one likes."""

from lantoa.commands.django_ready import ready
from lantoa.commands.words import Words


def run(argv: list[str]) -> int:
    Words("lantoa tick", "Chạy các việc định kỳ một lần.").parse_args(argv)
    ready()
    from lantoa.common import audit, dates
    from lantoa.coverage.roll_up import brought_up_to_date
    from lantoa.desk.digest import daily_round, mail_notices
    from lantoa.desk.stops import record_stops
    from lantoa.questions.actions import erase_contacts

    stopped = record_stops(dates.today())
    noticed = daily_round(dates.today())
    mailed = mail_notices(dates.today())
    erased = erase_contacts(dates.today())
    brought_up_to_date()
    sealed = audit.seal()
    if stopped:
        print(f"Đã dừng {stopped} lượt phát vì căn cứ thay đổi.")
    if noticed:
        print(f"Đã lập {noticed} tin luật trong ngày.")
    if mailed:
        print(f"Đã gửi {mailed} thư tin luật.")
    if erased:
        print(f"Đã xóa {erased} cách liên hệ hết hạn giữ.")
    if sealed:
        print(f"Đã niêm {sealed} dòng nhật ký.")
    return 0
