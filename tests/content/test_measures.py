from lantoa.content.measures import measure


def test_words_pages_and_time_on_air() -> None:
    """350 từ là một trang chuẩn; loa đọc khoảng 180 từ mỗi phút."""
    size = measure("nghèo " * 375)

    assert (size.words, size.pages_said, size.duration) == (375, "1,1", "2 phút 5 giây")


def test_nothing_takes_no_time() -> None:
    assert (measure("").words, measure("").duration) == (0, "0 giây")


def test_a_sentence_that_is_too_long_to_follow_is_pointed_at() -> None:
    long = "Bà " + "con bà " * 20 + "ơi."

    assert measure(f"Câu ngắn. {long} Câu ngắn nữa.").long_sentences == (long,)
