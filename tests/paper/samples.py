"""Papers of our own making: invented offices, numbers and names, in the shapes that offices write."""

# ruff: noqa: E501, W291 - one paragraph a line, and two blanks that break a line, are Markdown's own

from datetime import date

from lantoa.paper.structure import (
    Annex,
    Cell,
    Column,
    OfficialDocument,
    Paragraph,
    Section,
    Signer,
    Table,
)

# The shape of a city division's yearly plan as a clerk exported it: no agency in the head, blank number
# and day, uneven headings, a bullet torn in two, "./." at the end.
DIVISION_PLAN = """
Sông Phố, ngày tháng năm 2031

Số: /KH-PCSXH

## KẾ HOẠCH

### Triển khai hoạt động truyền thông chính sách giảm nghèo năm 2031 trên địa bàn thành phố Sông Phố

Căn cứ Kế hoạch số 07/KH-SCSXH ngày 08/01/2031 của Sở Chính sách – An sinh và Xã hội về hoạt động truyền thông giảm nghèo năm 2031 trên địa bàn tỉnh Miền Trung;

Căn cứ Kế hoạch số 1542/KH-UBND ngày 5/04/2029 của UBND thành phố về truyền thông giảm nghèo giai đoạn 2029 - 2031 trên địa bàn thành phố Sông Phố;

Phòng Chính sách – An sinh và Xã hội thành phố ban hành Kế hoạch triển khai hoạt động truyền thông chính sách giảm nghèo năm 2031, cụ thể như sau:

## I. MỤC ĐÍCH, YÊU CẦU

### 1. Mục đích

Đưa quy định mới về giảm nghèo đến cán bộ truyền thông và báo cáo viên của thành phố và các phường, xã.

Mở các lớp truyền thông để cán bộ, công chức làm công tác giảm nghèo trao đổi cách tháo gỡ vướng mắc.

### 2. Yêu cầu

Nội dung truyền thông phải đúng quy định, dễ hiểu, tiết kiệm

## II. NỘI DUNG THỰC HIỆN

### 1. Đối tượng truyền thông

Tổ chức truyền thông cho thành viên Ban chỉ đạo giảm nghèo, công chức phụ trách giảm nghèo; hộ nghèo, hộ cận nghèo, hộ có mức sống trung bình và hộ có hoàn cảnh khó khăn trên địa bàn.

### 2. Nội dung truyền thông

- Giới thiệu các quy định mới về giảm nghèo

năm 2031 (Chính sách học phí, bảo hiểm y tế, vay vốn ưu đãi, nước sạch...).

- Hướng dẫn tháo gỡ khó khăn, vướng mắc khi thực hiện chính sách cho hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo.

### **3. Phương thức truyền thông**

Mở các lớp truyền thông cho công chức. Các địa phương lập kế hoạch riêng với hình thức phù hợp như: Hội nghị, nói chuyện chuyên đề, đối thoại chính sách, tin bài trên Đài truyền thanh cơ sở, pano áp phích, băng rôn, website của đơn vị... cho hộ nghèo và nhân dân.

### **III. KINH PHÍ THỰC HIỆN**

Kinh phí năm 2031 lấy từ nguồn hỗ trợ của Sở Chính sách – An sinh và Xã hội và nguồn ngân sách thành phố năm 2031 giao cho Phòng.

### **IV. TỔ CHỨC THỰC HIỆN**

Giao cho chuyên viên theo dõi công tác giảm nghèo chủ trì, phối hợp với phòng Văn hóa và Truyền thông thành phố thực hiện các việc sau:

1. Chuyển các văn bản mới cho phòng Văn hóa và Truyền thông thành phố viết bài.
2. Góp ý, duyệt bài phát trên Đài truyền thanh Sông Phố và đài các phường, xã.
3. Các việc khác: pano, băng rôn...
4. Quyết toán kinh phí đúng quy định.

Trên đây là Kế hoạch truyền thông chính sách giảm nghèo năm 2031 của Phòng Chính sách – An sinh và Xã hội thành phố./.

#### ***Nơi nhận:***

- Sở CS-AS&XH;
- UBND thành phố;
- Phòng VH TT TP;
- Lãnh đạo phòng;
- Lưu: VT, Quế.

**KT. TRƯỞNG PHÒNG  
PHÓ TRƯỞNG PHÒNG**

**Lê Thị Thu Lan**
"""


def ward_plan() -> OfficialDocument:
    """A ward's plan: superior and issuer, number and date, a table of activities, TM. with KT."""
    activities = Table.simple(
        ["TT", "Hoạt động", "Số lượng", "Thời gian", "Chủ trì"],
        [
            ["1", "Đối thoại chính sách với hộ nghèo, hộ cận nghèo", "02 cuộc", "Tháng 6", "Phòng Văn hóa - Xã hội"],
            ["2", "Phát tin, bài trên đài truyền thanh phường", "48 lượt phát", "Cả năm", "Trung tâm dịch vụ công"],
            ["3", "Treo băng rôn tại các khu phố", "12 tấm", "Quý III", "Ban điều hành khu phố"],
        ],
        widths=[1, 6, 2.4, 2, 3.6],
        aligns=["center", "left", "center", "center", "left"],
    )  # fmt: skip
    return OfficialDocument(
        superior="ỦY BAN NHÂN DÂN THÀNH PHỐ SÔNG PHỐ",
        issuer="ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ",
        number="27",
        symbol="KH-UBND",
        place="Bến Đò",
        issued_on=date(2031, 2, 5),
        year=2031,
        kind="KẾ HOẠCH",
        title="Truyền thông chính sách giảm nghèo năm 2031 trên địa bàn phường Bến Đò",
        legal_bases=[
            "Căn cứ Nghị định số 412/2029/NĐ-CP ngày 11 tháng 9 năm 2029 của Chính phủ quy định chuẩn nghèo đa chiều",
            "Căn cứ Kế hoạch số 33/KH-PCSXH ngày 20 tháng 01 năm 2031 của Phòng Chính sách - An sinh và Xã hội "
            "thành phố về truyền thông giảm nghèo năm 2031",
        ],
        opening=[Paragraph("Ủy ban nhân dân phường Bến Đò ban hành Kế hoạch với các nội dung sau:")],
        sections=[
            Section(
                1,
                "I",
                "MỤC ĐÍCH, YÊU CẦU",
                [
                    Paragraph("Hộ nghèo, hộ cận nghèo trên địa bàn biết rõ quyền lợi và nơi làm thủ tục.", "-"),
                    Paragraph("Truyền thông đúng đối tượng, đúng quy định, có minh chứng.", "-"),
                ],
            ),
            Section(
                1,
                "II",
                "NỘI DUNG VÀ KẾ HOẠCH HOẠT ĐỘNG",
                [Paragraph("Các hoạt động trong năm như sau:"), activities],
            ),
            Section(1, "III", "KINH PHÍ", [Paragraph("Từ nguồn ngân sách phường năm 2031: 45.000.000 đồng.")]),
            Section(
                1,
                "IV",
                "TỔ CHỨC THỰC HIỆN",
                [
                    Paragraph("Phòng Văn hóa - Xã hội chủ trì, phối hợp với các khu phố thực hiện Kế hoạch này.", "1."),
                    Paragraph("Báo cáo kết quả về Ủy ban nhân dân phường trước ngày 15 tháng 12 năm 2031.", "2."),
                ],
            ),
        ],
        closing="Trên đây là Kế hoạch truyền thông chính sách giảm nghèo năm 2031 của Ủy ban nhân dân phường Bến Đò",
        recipients=["Phòng CS-AS&XH thành phố", "Thường trực Đảng ủy phường", "Các khu phố", "Lưu: VT, VHXH"],
        signers=[Signer(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Đỗ Minh Tâm")],
    )  # fmt: skip


def province_plan() -> OfficialDocument:
    """A province's plan: sections three deep, letters, and a landscape annex with merged cells."""
    table = Table(
        [Column(1, "center"), Column(5), Column(2, "right"), Column(2, "right"), Column(4)],
        [
            [Cell("STT", down=2), Cell("Đơn vị", down=2), Cell("Chỉ tiêu giao", across=2), Cell("Ghi chú", down=2)],
            [Cell("Số lớp"), Cell("Số người")],
            *[
                [Cell(str(n)), Cell(f"Phường thứ {n}"), Cell(f"{n + 1:02d}"), Cell(f"{n * 40}"), Cell("")]
                for n in range(1, 31)
            ],
            [Cell("Tổng cộng", across=2, bold=True), Cell("495", bold=True), Cell("18.600", bold=True), Cell("")],
        ],
        header_rows=2,
    )  # fmt: skip
    return OfficialDocument(
        superior="ỦY BAN NHÂN DÂN TỈNH MIỀN TRUNG",
        issuer="SỞ CHÍNH SÁCH - AN SINH VÀ XÃ HỘI",
        number="07",
        symbol="KH-SCSXH",
        place="Miền Trung",
        issued_on=date(2031, 1, 8),
        year=2031,
        kind="KẾ HOẠCH",
        title="Truyền thông về giảm nghèo đa chiều năm 2031",
        legal_bases=["Căn cứ Quyết định số 88/QĐ-TTg ngày 03 tháng 5 năm 2029 của Thủ tướng Chính phủ"],
        opening=[Paragraph("Sở Chính sách - An sinh và Xã hội xây dựng Kế hoạch như sau:")],
        sections=[
            Section(1, "I", "MỤC TIÊU"),
            Section(
                2,
                "1",
                "Mục tiêu chung",
                [Paragraph("Nâng cao nhận thức của xã hội về giảm nghèo đa chiều, bao trùm và bền vững.")],
            ),
            Section(2, "2", "Mục tiêu cụ thể"),
            Section(
                3,
                "a",
                "Về cán bộ",
                [
                    Paragraph("Toàn bộ cán bộ làm công tác giảm nghèo cấp xã được tập huấn.", "-"),
                    Paragraph("Ít nhất 80% báo cáo viên được cập nhật chính sách mới.", "-"),
                ],
            ),
            Section(3, "b", "Về người dân", [Paragraph("Hộ nghèo được nghe phổ biến chính sách ít nhất 02 lần.")]),
            Section(
                1,
                "II",
                "TỔ CHỨC THỰC HIỆN",
                [
                    Paragraph("Các phòng chuyên môn căn cứ chức năng, nhiệm vụ triển khai Kế hoạch."),
                    Paragraph("Ủy ban nhân dân cấp xã giao chỉ tiêu cụ thể theo Phụ lục kèm theo."),
                ],
            ),
        ],
        closing="Yêu cầu các đơn vị nghiêm túc triển khai thực hiện",
        recipients=["Bộ Chính sách (để báo cáo)", "UBND tỉnh", "UBND các phường, xã", "Lưu: VT, GN"],
        signers=[Signer(["GIÁM ĐỐC"], "Trần Quang Minh")],
        annexes=[
            Annex(
                title="CHỈ TIÊU GIAO CHO CÁC ĐƠN VỊ",
                note="(Kèm theo Kế hoạch số 07/KH-SCSXH ngày 08 tháng 01 năm 2031)",
                blocks=[table],
                landscape=True,
            )
        ],
    )  # fmt: skip


def report() -> OfficialDocument:
    """A report to a superior: addressees, numbers with a table, two annexes, TL."""
    results = Table.simple(
        ["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ"],
        [["Lớp truyền thông", "4", "4", "100%"], ["Lượt phát thanh", "480", "452", "94,2%"]],
        widths=[5, 2, 2, 2],
        aligns=["left", "right", "right", "right"],
        total=["Cộng", "484", "456", "94,2%"],
    )
    return OfficialDocument(
        superior="ỦY BAN NHÂN DÂN THÀNH PHỐ SÔNG PHỐ",
        issuer="PHÒNG CHÍNH SÁCH - AN SINH VÀ XÃ HỘI",
        number="115",
        symbol="BC-PCSXH",
        place="Sông Phố",
        issued_on=date(2031, 12, 9),
        year=2031,
        kind="BÁO CÁO",
        title="Kết quả thực hiện Kế hoạch truyền thông chính sách giảm nghèo năm 2031",
        addressees=["Sở Chính sách - An sinh và Xã hội", "Ủy ban nhân dân thành phố Sông Phố"],
        opening=[
            Paragraph("Thực hiện Kế hoạch số 33/KH-PCSXH ngày 20/01/2031, Phòng báo cáo kết quả như sau:"),
        ],
        sections=[
            Section(1, "I", "TÌNH HÌNH TRIỂN KHAI", [Paragraph("Đã có 10/10 phường ban hành kế hoạch riêng.")]),
            Section(1, "II", "KẾT QUẢ"),
            Section(2, "1", "Số liệu chung", [Paragraph("Số liệu đến ngày 30/11/2031:"), results]),
            Section(2, "2", "Đánh giá"),
            Section(3, "2.1", "Kết quả đạt được", [Paragraph("Hộ nghèo nắm được chính sách y tế và tín dụng.")]),
            Section(3, "2.2", "Tồn tại, hạn chế", [Paragraph("Còn 01 phường chưa phát đủ số lượt theo lịch.")]),
            Section(1, "III", "KIẾN NGHỊ", [Paragraph("Đề nghị Sở bổ sung tài liệu cho năm 2032.")]),
        ],
        closing="Trên đây là Báo cáo kết quả truyền thông chính sách giảm nghèo năm 2031",
        recipients=["Như trên", "Lãnh đạo phòng", "Lưu: VT"],
        signers=[Signer(["TL. TRƯỞNG PHÒNG", "CHUYÊN VIÊN CHÍNH"], "Phạm Thị Vân")],
        annexes=[
            Annex("DANH MỤC TIN, BÀI ĐÃ PHÁT", "I", blocks=[Paragraph("Tin về thẻ bảo hiểm y tế.", "1.")]),
            Annex("DANH SÁCH LỚP ĐÃ MỞ", "II", blocks=[Paragraph("Lớp dành cho khu phố trưởng.", "1.")]),
        ],
    )  # fmt: skip


def minutes() -> OfficialDocument:
    """Minutes of a dialogue: no date line, two signers, recipients below them."""
    return OfficialDocument(
        superior="ỦY BAN NHÂN DÂN THÀNH PHỐ SÔNG PHỐ",
        issuer="ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ",
        number="08",
        symbol="BB-UBND",
        kind="BIÊN BẢN",
        title="Hội nghị đối thoại chính sách giảm nghèo",
        opening=[Paragraph("Thời gian bắt đầu: 08 giờ 00, ngày 12 tháng 6 năm 2031.")],
        sections=[
            Section(1, "I", "THÀNH PHẦN THAM DỰ", [Paragraph("Đại diện 45 hộ nghèo, hộ cận nghèo.", "1.")]),
            Section(1, "II", "NỘI DUNG", [Paragraph("Hỏi và đáp về thẻ bảo hiểm y tế.")]),
        ],
        closing="Hội nghị kết thúc vào 10 giờ 30, ngày 12 tháng 6 năm 2031",
        recipients=["Thành viên dự họp", "Lưu: VT, hồ sơ"],
        signers=[
            Signer(["THƯ KÝ"], "Lê Văn An", "(Ký, ghi rõ họ tên)"),
            Signer(["CHỦ TỌA"], "Đỗ Minh Tâm", "(Ký, ghi rõ họ tên)"),
        ],
    )


PAPERS = {"ward_plan": ward_plan, "province_plan": province_plan, "report": report, "minutes": minutes}
