"""`lantoa library add PATH... [--dry-run] [--as USER] [--json]`: papers of files and folders into proposals.

Nothing enters the library as a fact: what is proposed waits for a person on the page "Nhập văn bản". With
--dry-run nothing is stored at all. One file at a time, so a folder of any size takes the memory of one.
"""

import json
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lantoa.commands.django_ready import has_tables, ready, tables_are_there, the_user
from lantoa.commands.words import Words

USAGE = "lantoa library add ĐƯỜNG_DẪN... [--dry-run] [--as TÊN] [--source NGUỒN] [--json]"
LARGEST = 256 * 1024 * 1024
SAID = {"proposed": "đề xuất", "refused": "không đọc được", "known": "đã có"}


def run(argv: list[str]) -> int:
    """Exit code 0 when a file was read, 1 when every one was refused, 2 on wrong use."""
    words = Words(USAGE, "Đọc văn bản thành đề xuất chờ người xác nhận, từng tệp một.")
    words.add_argument("paths", nargs="+", type=Path, metavar="ĐƯỜNG_DẪN", help="tệp, tệp ZIP hoặc thư mục")
    words.add_argument("--dry-run", action="store_true", help="chỉ đọc và in ra, không lưu gì")
    words.add_argument("--as", dest="by", metavar="TÊN", default="", help="tên đăng nhập của người nhập")
    words.add_argument(
        "--source", metavar="NGUỒN", default="", help="nguồn của các tệp, ví dụ: Công báo, ngày xem"
    )
    words.add_argument("--json", action="store_true", help="in ra JSON cho máy đọc")
    options = words.parse_args(argv)
    if not options.dry_run and not options.by:
        print("Ghi rõ người nhập bằng --as, hoặc chỉ đọc thử bằng --dry-run.", file=sys.stderr)
        return 2
    ready()
    if options.dry_run:
        return _tell(_dry(options.paths), options.json)
    if not tables_are_there():
        return 1
    return _store(options)


def _store(options: Namespace) -> int:
    import uuid

    from lantoa.library import actions
    from lantoa.library.permissions import may_write
    from lantoa.library.understanding import Proposal

    by = the_user(options.by)
    if by is None:
        return 1
    if not may_write(by):
        print(f"{by} không có nhiệm vụ ghi kho văn bản.", file=sys.stderr)
        return 1
    intake = actions.open_intake(by=by, key=uuid.uuid4().hex, source=options.source)

    def outcomes() -> Iterator[dict[str, Any]]:
        for path, upload, refused in _uploads(options.paths):
            if refused:
                yield outcome(str(path), "refused", refused)
                continue
            for taken in actions.take_in(intake, upload, by=by):
                proposal = Proposal.from_dict(taken.proposal) if taken.proposal else None
                name = f"{path}{taken.name.removeprefix(upload.name)}"
                yield outcome(name, taken.state, taken.says, proposal, taken.document_id, taken.pk)

    return _tell(outcomes(), options.json)


def _dry(paths: list[Path]) -> Iterator[dict[str, Any]]:
    from lantoa.library.archives import is_archive, unpacked
    from lantoa.library.queries.intakes import differences_from, held_of
    from lantoa.library.understanding import understand
    from lantoa.paper.reading import read_official
    from lantoa.paper.refusal import Unreadable

    shelf = has_tables()

    def one(name: str, content: bytes) -> dict[str, Any]:
        try:
            proposal = understand(read_official(content, name))
        except Unreadable as why:
            return outcome(name, "refused", str(why))
        known = held_of(proposal) if shelf else None
        told = differences_from(known, proposal) if known else []
        if told and known:
            says = f"Kho đã có {known}, nhưng {len(told)} chỗ khác lời."
            read = outcome(name, "proposed", says, proposal, known.pk)
            return read | {"differences": [{"place": d.place, "held": d.held, "read": d.read} for d in told]}
        if known:
            return outcome(name, "known", f"Kho đã có {known}.", proposal, known.pk, shelf=shelf)
        return outcome(name, "proposed", "", proposal, shelf=shelf)

    for path, upload, refused in _uploads(paths):
        if refused:
            yield outcome(str(path), "refused", refused)
        elif is_archive(upload.content):
            try:
                for inner in unpacked(upload.content):
                    yield one(f"{path}/{inner.name}", inner.content)
            except Unreadable as why:
                yield outcome(str(path), "refused", str(why))
        else:
            yield one(str(path), upload.content)


def _uploads(paths: list[Path]) -> Iterator[tuple[Path, Any, str]]:
    """(path, file, "") or (path, None, why it was not opened) of every file; folders in order of name.

    A file is named from the folder that was asked for on: where that folder lies is nobody's business.
    """
    from lantoa.common.files import Upload

    for asked in paths:
        for path in _files_of(asked):
            try:
                if path.stat().st_size > LARGEST:
                    yield path, None, f"Tệp quá {LARGEST // 1024 // 1024} MB."
                    continue
                yield path, Upload(str(path.relative_to(asked.parent)), path.read_bytes()), ""
            except OSError:
                yield path, None, f"Không mở được “{path}”. Kiểm tra lại đường dẫn."


def _files_of(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for inner in sorted(path.iterdir()):
        if not inner.name.startswith((".", "~$")):
            yield from _files_of(inner)


def outcome(
    name: str,
    state: str,
    says: str,
    proposal: Any = None,
    document: int | None = None,
    file: int | None = None,
    shelf: bool = True,
) -> dict[str, Any]:
    """One file's outcome as plain data; what the paper does not say is null. shelf: there is a library to
    resolve in; without one every change is only read."""
    told: dict[str, Any] = {
        "path": name,
        "outcome": str(state),
        "says": says,
        "document": document,
        "file": file,
    }
    if proposal is None:
        return told
    from lantoa.library.reading import notes_in, parts_of
    from lantoa.library.understanding import FIELDS, strongest
    from lantoa.library.understanding.annex import told as annex_told

    told |= {name: proposal.get(name) or None for name in FIELDS}
    told["signer"] = told.pop("signer_name")
    told["year"] = int(told["year"]) if told["year"] else None
    told["words"] = {name: value.words for name, value in proposal.values.items() if value.words}
    told["provisions"] = [
        {"eid": p.eid, "kind": str(p.kind), "number": p.number, "heading": p.heading, "words": p.words}
        for p in parts_of(proposal.text)
    ]
    told["notes"] = [{"eid": n.eid, "mark": n.mark, "words": n.words} for n in notes_in(proposal.text)]
    told["citations"] = [
        {**c.citation, "relation": c.relation or None, "line": c.line} for c in proposal.cited
    ]
    told["relations"] = [
        {
            "relation": c.relation,
            "target": c.citation["text"],
            "on": c.on or None,
            "partly": c.partly,
            "exception": c.exception or None,
            "words": c.words,
            "new_words": c.new_words or None,
            "phrase": [c.old_phrase, c.new_phrase] if c.old_phrase else None,
        }
        for c in strongest(proposal.cited)
    ]
    told["instructions"] = _instructions(proposal, shelf)
    told["annex_of"] = annex_told(proposal.annex_of)
    told["doubts"] = [{"field": d.field, "says": d.says} for d in proposal.doubts]
    told["doubts"] += [
        {"field": "relations", "says": f"{one['place']}: {one['says']}"}
        for one in told["instructions"]
        if one["says"]
    ]
    return told


def _instructions(proposal: Any, shelf: bool) -> list[dict[str, Any]]:
    """The work list of an amending paper, with the answers that intake and rehearsal give: "resolved" names
    the very place, "read" the nearest one that is held, which stays suspect until someone settles it."""
    from lantoa.library.queries.stated import stated_relations, stated_without_library

    def row(cited: Any, **more: Any) -> dict[str, Any]:
        day = cited.on or proposal.get("effective_on") or None
        return {
            "words": cited.words,
            "relation": cited.relation,
            "on": day,
            "new_words": cited.new_words or None,
            "phrase": [cited.old_phrase, cited.new_phrase] if cited.old_phrase else None,
            **more,
        }

    return [
        row(
            one.cited,
            place=one.place,
            state="read" if one.is_open else "resolved",
            target=None if one.is_open else str(one.target),
            near=str(one.near) if one.near else None,
            says=one.says or None,
        )
        for one in (stated_relations if shelf else stated_without_library)(proposal)
        if one.changes
    ]


def _tell(outcomes: Iterator[dict[str, Any]], as_json: bool) -> int:
    """Print each as it comes, then the account: read = proposed + refused + known."""
    counted: Counter[str] = Counter()
    if as_json:
        print('{"files": [')
    for one in outcomes:
        if as_json:
            print(("," if counted else "") + json.dumps(one, ensure_ascii=False), flush=True)
        else:
            print(_line(one), file=sys.stderr if one["outcome"] == "refused" else sys.stdout, flush=True)
        counted[one["outcome"]] += 1
    read = sum(counted.values())
    account = {"read": read, **{state: counted[state] for state in SAID}}
    if as_json:
        print("], " + json.dumps(account)[1:])
    else:
        print(f"Đã xem {read} tệp: " + ", ".join(f"{counted[s]} {said}" for s, said in SAID.items()) + ".")
    if read == 0:
        print("Không có tệp nào để đọc.", file=sys.stderr)
    elif as_json and counted["refused"] == read:
        print("Không tệp nào đọc được; lý do của từng tệp ở mục says.", file=sys.stderr)
    return 0 if read > counted["refused"] else 1


def _line(one: dict[str, Any]) -> str:
    line = f"{one['path']}: {SAID[one['outcome']]}"
    if one["says"]:
        line += f". {one['says']}"
    if "kind" not in one or one["outcome"] == "known":
        return line
    from lantoa.library.understanding import SAID as SAID_OF

    number = "/".join(str(one[p]) for p in ("number", "year", "symbol") if one[p])
    line += (
        f" {one['kind'] or 'chưa rõ loại'} {number or 'chưa rõ số'}: {one['title'] or 'chưa có trích yếu'}"
    )
    line += f"\n    ban hành {one['issued_on'] or 'chưa rõ'}, hiệu lực {one['effective_on'] or 'chưa rõ'}"
    line += f"; {len(one['provisions'])} điều khoản, {len(one['citations'])} viện dẫn"
    for told in one["instructions"]:
        when = f", từ {told['on']}" if told["on"] else ", chưa rõ từ ngày nào"
        known = "" if told["state"] == "resolved" else " (chưa xác định chỗ"
        known += f"; cần kiểm lại {told['near']})" if told["near"] else ")" if known else ""
        line += f"\n    {SAID_OF[told['relation']]} {told['place']}{when}{known}"
    return line + "".join(f"\n    cần xem: {doubt['says']}" for doubt in one["doubts"])


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
