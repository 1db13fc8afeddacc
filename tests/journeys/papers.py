"""Papers that the people of a journey hold in their hands: a plan of the office, a signed scan, a photo."""

from pathlib import Path

PLAN = """
Sông Phố, ngày tháng năm 2026

Số: /KH-PLĐXH

## KẾ HOẠCH

### Thực hiện truyền thông về giảm nghèo năm 2026 trên địa bàn thành phố Sông Phố

Căn cứ Kế hoạch số 11/KH-SLĐXH ngày 08/01/2026 của Sở Lao động - Xã hội về truyền thông giảm nghèo năm 2026;

Căn cứ Kế hoạch số 345/KH-UBND ngày 12/03/2024 của UBND thành phố về truyền thông giảm nghèo 2024 - 2026;

Phòng Lao động - Xã hội thành phố ban hành Kế hoạch truyền thông giảm nghèo năm 2026, nội dung cụ thể như sau:

## I. MỤC ĐÍCH, YÊU CẦU

### 1. Mục đích

Đưa chính sách mới đến từng hộ dân trên địa bàn thành phố.

### 2. Yêu cầu

Thực hiện đúng nội dung, đúng đối tượng và tiết kiệm.

## II. NỘI DUNG THỰC HIỆN

### 1. Đối tượng truyền thông

Truyền thông cho công chức làm công tác giảm nghèo; các hộ nghèo, hộ cận nghèo trên địa bàn thành phố.

### 2. Nội dung truyền thông

- Chính sách hỗ trợ hộ nghèo (Chính sách y tế, tín dụng ưu đãi, nước sạch...).

### 3. Phương thức truyền thông

Tổ chức các lớp truyền thông trực tiếp. Các phường tổ chức hội nghị, đối thoại chính sách, phát trên Đài
truyền thanh cơ sở, treo băng rôn.

## III. KINH PHÍ THỰC HIỆN

Kinh phí từ nguồn hỗ trợ của Sở Lao động - Xã hội và nguồn kinh phí ngân sách năm 2026 giao cho Phòng.

## IV. TỔ CHỨC THỰC HIỆN

Giao chuyên viên phụ trách công tác giảm nghèo phối hợp với phòng Văn hóa và Thông tin thành phố:

1. Cung cấp văn bản cho phòng Văn hóa và Thông tin thành phố để biên soạn bài.
2. Tham mưu duyệt bài phát trên đài.
3. Thanh quyết toán kinh phí theo quy định.

Trên đây là Kế hoạch truyền thông giảm nghèo năm 2026 của Phòng Lao động - Xã hội thành phố./.

#### ***Nơi nhận:***

- Sở Lao động - Xã hội;
- UBND thành phố;
- Lưu: VT.

**KT. TRƯỞNG PHÒNG
PHÓ TRƯỞNG PHÒNG**

**Trần Ngọc Lan**
"""

DECREE = """Điều 3. Hỗ trợ hộ nghèo
1. Hộ nghèo được Nhà nước cấp thẻ bảo hiểm y tế và không phải đóng tiền.
2. Hộ cận nghèo được hỗ trợ 70% mức đóng.
Điều 4. Nơi nộp hồ sơ
Hồ sơ nộp tại Ủy ban nhân dân phường, xã nơi cư trú."""


def plan_file(folder: Path) -> Path:
    """The office's plan as Markdown."""
    path = folder / "ke-hoach-2026.md"
    path.write_text(PLAN.lstrip(), encoding="utf-8")
    return path


def scan_file(folder: Path, name: str = "ban-ky.pdf") -> Path:
    """A signed sheet, as far as its first bytes tell."""
    path = folder / name
    path.write_bytes(f"%PDF-1.7\n% {name} signed\n%%EOF".encode())
    return path
