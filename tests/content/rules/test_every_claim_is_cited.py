from lantoa.content.rules.every_claim_is_cited import problems_with_claims


def block(number: int, text: str = "Được hỗ trợ.", why: str = "") -> dict:
    return {"id": number, "text": text, "no_source_why": why}


def test_a_block_that_cites_nothing_is_refused_with_its_number() -> None:
    """Đoạn nào cũng phải dẫn điều khoản."""
    problems = problems_with_claims([block(7), block(9)], cited={7})

    assert [(p.code, p.field) for p in problems] == [("claim_without_source", "no_source_why_2")]


def test_a_typed_reason_stands_in_for_a_citation() -> None:
    assert problems_with_claims([block(1, why="Lời chào mở đầu")], cited=set()) == []


def test_one_word_is_no_reason() -> None:
    assert len(problems_with_claims([block(1, why="không")], cited=set())) == 1


def test_an_edition_without_words_is_refused() -> None:
    assert [p.code for p in problems_with_claims([], cited=set())] == ["no_text"]
    assert [p.code for p in problems_with_claims([block(1, text=" ")], cited={1})] == ["no_text"]
