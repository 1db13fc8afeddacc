"""Ordinary Vietnamese: the daily life of a ward office and its people, in which no document is cited.

Full of what a hasty reader takes for a citation: numbers, days, shares, addresses, accounts, scores, forms.
"""

import random

PARAGRAPHS = """
Sáng thứ Hai, lúc 7 giờ 30, cả phòng họp giao ban. Chị Lan đọc lại việc tuần trước: còn 12 hồ sơ chưa
xong, 3 hồ sơ thiếu chữ ký, 2 hồ sơ ghi nhầm ngày sinh. Anh Minh nói kế hoạch này làm gấp quá, nên giãn ra
2 tuần. Cuối buổi, mọi người quyết định đi ăn sáng ở quán số 15/4 hẻm 7, đường số 3.

Nghị quyết của gia đình ông Tư năm nay có ba điều: điều 1 là không cãi nhau trong bữa cơm, điều 2 là mỗi
tháng để dành 2 triệu đồng, điều 3 là 9 giờ tối phải tắt điện thoại. Luật này do bà đặt ra, ai phạm phải
rửa bát 5 ngày. Theo luật, người thua cờ phải pha trà.

Luật chơi kéo co của hội thi rất đơn giản: mỗi đội 8 người, kéo 3 hiệp, mỗi hiệp không quá 90 giây. Tỷ số
trận cuối là 2-1, đội khu phố 5 thắng. Luật bóng chuyền thì chị Hoa không rành, chỉ nhớ khoản phạt giẫm
vạch. Luật sư Bình đến xem, cười suốt buổi.

Từ năm 2021 đến năm 2025, giai đoạn 2021-2025, tổ 12 có 45 hộ thì 7 hộ khó khăn, chiếm 15,6%. Đến tháng
6/2025 còn 3 hộ. Tỷ lệ này giảm 8,9 điểm phần trăm, cao hơn mức chung 1,2 lần. Chính quyền địa phương 02
cấp làm việc ổn định, người dân khỏi đi 2 nơi.

Bà Sáu hỏi phải điền mẫu nào. Cô Tâm chỉ: Mẫu số 22 màu xanh ở ngăn thứ 2, Mẫu số 05a để trên bàn, còn
biểu số 3 thì in thêm 20 tờ. Giấy khổ A4, cỡ chữ 14, lề trái 3 cm. Ai chưa rõ gọi số 0251.3822.456 hoặc
0912 345 678, máy lẻ 15.

Chuyển tiền vào tài khoản 0123456789, nội dung ghi rõ họ tên. Khoản 5 triệu đồng ấy chia cho 10 em, mỗi em
500.000 đồng. Khoản 2 triệu còn lại mua 40 quyển vở, 5 hộp bút. Hóa đơn số 0004512, phiếu chi số 45/PC,
bảng kê số 7. Kế toán ghi sổ ngày 12/5, chốt ngày 30/5.

Lớp 5/3 có 35 em, 12 em được điểm 10 môn Toán, 9 em được điểm 9. Cô giáo dặn học chương 2, phần 3, mục 4 ở
trang 56, làm bài 5 điểm a và điểm b. Phần 1 của bài khó hơn phần 2. Chương trình này học trong 2 tuần.
Chương trình số 4 trên đài phát lúc 17 giờ 15 phút.

Báo cáo 6 tháng đầu năm dài 14 trang, phụ lục 3 trang. Báo cáo trên cần sửa lại số liệu của 2 khu phố.
Thông báo trên bảng tin nhắc bà con cúp nước từ 8 giờ đến 11 giờ ngày 16/7. Thông báo số 3 của loa phường
nhắc tiêm ngừa cho chó mèo, mỗi con 30.000 đồng.

Dự án 6 khó nhất vì có tiểu dự án 2 chia nhiều đợt. Phương án 1 rẻ hơn phương án 2 khoảng 3%. Đề án trồng
cây xanh của chi đoàn cần 120 cây, hố sâu 60 cm, khoảng cách 4 m. Quy hoạch vườn rau nhà anh Ba chỉ có 2
luống. Hợp đồng thuê loa 2 ngày giá 1,5 triệu đồng.

Nhà bà Mười ở số 12/4 hẻm 15, tổ 3, khu phố 5, cách chợ 1,2 km, đi hết đường số 7 rồi rẽ trái 50 m. Xe
buýt số 8 chạy 15 phút một chuyến. Xe biển số 60A-123.45 đỗ trước cổng số 30. Phòng 201, lầu 2, nhà B12.
Căn A4-05 đang sửa, mã cửa 12/A-B.

Thời điểm 2 giờ chiều nắng gắt, địa điểm 1 đổi sang hội trường. Quan điểm 2 bên khác nhau. Ưu điểm 1 là
rẻ, nhược điểm 2 là xa. Tài khoản 3 của quỹ đã đóng. Điều khoản 4 trong tờ bảo hành ghi đổi trong 7 ngày.
Điều này khiến bà yên tâm, phần này thì chưa.

Quyết định này làm cả nhà vui. Quyết định 3 người đi, 2 người ở lại. Chỉ thị miệng của anh trưởng phòng là
dọn kho trước 16 giờ. Hướng dẫn 15 hộ làm vườn, thông báo 3 lần, báo cáo 2 bản, kiểm tra 5 điểm phát
thanh, sửa 4 loa. Kết luận buổi họp: làm tiếp.

Cuộc thi có 3 vòng, vòng 1 ngày 3/4, vòng 2 ngày 10/4, chung kết ngày 30/4. Tổng 430/440 phiếu đồng ý, 1/3
số hộ vắng. Giải nhất 5 triệu đồng, giải nhì 3 triệu, giải ba 2 triệu. Ban giám khảo 5 người chấm theo
thang điểm 100; đội ít điểm nhất được 68 điểm.

Bộ 5 cuốn truyện giá 250.000 đồng. Bộ phim 2 phần, phần 2 hay hơn. Bộ đội giúp dân 3 ngày. Bộ mặt khu phố
khác hẳn năm 2019. Ban nhạc 4 người chơi đến 21 giờ. Sở thích của ông là nuôi cá, 12 hồ, 300 con. Cục tẩy
5.000 đồng, vụ mùa được 6 tạ/sào.

Tháng trước anh Dũng học lớp luật giao thông, thi 25 câu đúng 24 câu. Em gái anh thi vào đại học luật,
được 26,5 điểm. Công ty luật đầu hẻm tuyển 2 người. Văn phòng luật mở cửa đến 17 giờ. Kỷ luật của lớp là
đúng giờ, quy luật của chợ là sớm thì rẻ.

Bệnh viện hẹn tái khám ngày 05 tháng 3 năm 2025, mang theo thẻ số DN 4 75 79 12345678. Bác sĩ dặn 2 điều:
uống đủ 2 lít nước, đi bộ 30 phút. Huyết áp 140/90, đường huyết 6,5. Thuốc chia 2 lần/ngày, mỗi lần 1
viên, sau ăn 15 phút.

Danh sách trên gồm 42 người, danh sách dưới gồm 18 người. Những hộ nói trên đã nhận quà; các em nêu trên
đã có sách. Văn bản này dài quá, chữ nhỏ quá, in 2 mặt càng khó đọc. Tờ trình ấy chị để ở ngăn 4, biên bản
họp tổ thì ở ngăn 5.

Giá điện bậc 1 khác bậc 3. Nước sạch 9.500 đồng/m3, rác 25.000 đồng/hộ/tháng. Thu nhập bình quân 4,2 triệu
đồng/người/tháng, cao hơn năm trước 12%. Vay 50 triệu đồng trong 36 tháng, lãi 0,55%/tháng, trả gốc 6
tháng một lần. Đến kỳ 4 thì trả bớt 10 triệu.

Nghị quyết đầu năm của chị Vân: đọc 12 cuốn sách, chạy 300 km, học 20 bài hát. Kế hoạch 5 năm của cậu út
là mua xe máy. Chiến lược bán chè của má là ngọt vừa, đá nhiều. Quy định ở nhà trọ: khóa cổng lúc 23 giờ,
quên chìa khóa 3 lần thì đóng 50.000 đồng.

Phần 2 của chương trình này hay hơn phần 1. Mục 3 của kế hoạch này khó làm, chương 4 của cuốn sách này
chưa ai đọc. Khoản 2 của hợp đồng này nói về tiền cọc. Luật Murphy đúng hôm trời mưa, Luật Bóng đá 7 người
thì chú Năm thuộc lòng. Đề án này, phương án ấy, dự án kia đều chờ tiền.

Trong bản nhạc, đoạn 2 khó hơn đoạn 1, câu 7 lặp lại. Trong nội quy của câu lạc bộ, điều 4 nói về giờ
giấc, điều 6 nói về đồng phục. Theo khoản 2 trong tờ rơi siêu thị, mua 3 tặng 1. Điểm c là chỗ phát nước,
điểm d là chỗ để xe.
"""

_NAMES = ["Lan", "Minh", "Tâm", "Vân", "An", "Hoa", "Bình", "Dũng", "Sáu", "Ba", "Mười", "Hạnh"]
_SENTENCES = [
    "Chị {name} gọi số 09{n8} lúc {h} giờ {m} phút, nhắn {n} người đến sớm {m} phút.",
    "Ngày {d}/{mo}/{y}, tổ {n} họp ở nhà số {n}/{k} hẻm {k}, có {n3} người dự, vắng {k} người.",
    "Giai đoạn {y}-{y2}, khu phố {k} giảm từ {n} hộ còn {k} hộ, tức {p}%.",
    "Anh {name} quyết định mua {k} cái loa, mỗi cái {mil}.000 đồng, bảo hành {n} tháng.",
    "Theo luật chơi, đội {k} bị trừ {k} điểm, còn {n} điểm, đứng thứ {k}.",
    "Kế hoạch {k} ngày của cô {name} gồm {n} việc, việc {k} làm trước ngày {d}/{mo}.",
    "Mẫu số {n} hết giấy, cô {name} in thêm {n3} tờ Mẫu số 0{k}.",
    "Khoản {k} triệu đồng chia cho {n} hộ, khoản {n} triệu đồng còn lại gửi quỹ.",
    "Điều {k} trong nội quy lớp bơi là tắm trước khi xuống hồ, điều {n} là không chạy nhảy.",
    "Bài {n}, phần {k}, mục {k} trang {n3} cô {name} đọc lại {k} lần.",
    "Báo cáo {k} tháng nộp ngày {d} tháng {mo}, trễ {k} ngày; báo cáo này {name} viết.",
    "Tỷ lệ đồng ý {n3}/{n3}, bằng {p}%, hơn lần {k} được {n} phiếu.",
    "Xe số {n} chạy {n3} km hết {n} lít xăng, giá {mil}.500 đồng/lít.",
    "Thông báo {k} lần trong {n} ngày, hướng dẫn {n3} lượt người, giải đáp {n} câu hỏi.",
    "Hộp thư {n3}/BT, mã đơn {n}/GH-0{k}, ghế {n}/A, cổng {k}B.",
    "Quý {k} năm {y} thu {mil} triệu đồng, chi {n3} triệu đồng, còn dư {n} triệu.",
    "Nghị quyết của nhóm {name} là tập {m} phút mỗi ngày, {k} ngày mỗi tuần.",
    "Chương trình {n} giờ trên đài có {k} phần, phần {k} dài {m} phút.",
    "Lớp {k}/{k} có {n} em, {k} em được điểm {k}, cô {name} khen {n} em.",
    "Quyết định của bà {name} là bán {n} con gà, giữ {k} con; quyết định ấy ai cũng chịu.",
]


def ordinary_prose(words: int) -> str:
    """At least `words` words: the written paragraphs, then sentences with drawn numbers, always the same."""
    draw = random.Random(20250103)
    text = PARAGRAPHS
    while len(text.split()) < words:
        lines = [_filled(draw, sentence) for sentence in draw.sample(_SENTENCES, len(_SENTENCES))]
        text += " ".join(lines) + "\n\n"
    return text


def _filled(draw: random.Random, sentence: str) -> str:
    year = draw.randint(1990, 2030)
    return sentence.format(
        name=draw.choice(_NAMES),
        n8=draw.randint(10**7, 10**8 - 1),
        h=draw.randint(1, 23),
        m=draw.randint(1, 59),
        n=draw.randint(10, 99),
        n3=draw.randint(100, 999),
        k=draw.randint(1, 9),
        d=draw.randint(1, 28),
        mo=draw.randint(1, 12),
        y=year,
        y2=year + 5,
        p=f"{draw.randint(0, 99)},{draw.randint(1, 9)}",
        mil=draw.randint(1, 900),
    )
