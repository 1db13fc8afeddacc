"""A form that is pressed twice at once, through two connections."""

import time
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse

from tests.factories.people import World
from tests.office.test_sent_once import Work, send

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db, pytest.mark.slow]


def test_two_sendings_at_the_same_moment_do_the_work_once(world: World) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("cơ sở dữ liệu thử nằm trong bộ nhớ: hai kết nối không đợi nhau như với tệp")
    both, answers = Barrier(2), []

    def slow(request: HttpRequest) -> HttpResponse:
        time.sleep(0.3)
        return work(request)

    def race() -> None:
        both.wait()
        answers.append(send(world.minh, slow).url)
        connection.close()

    work = Work()
    threads = [Thread(target=race) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (work.done, answers) == (1, ["/ket-qua/1/"] * 2)
