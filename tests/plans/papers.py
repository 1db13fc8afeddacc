"""A small plan on paper, of our own making: offices and people in it are invented."""

PLAN = """\
UBND THÀNH PHỐ SÔNG PHỐ

**PHÒNG LAO ĐỘNG - XÃ HỘI**

Số: /KH-PLĐXH

Sông Phố, ngày tháng năm 2026

## KẾ HOẠCH

### Truyền thông giảm nghèo năm 2026 trên địa bàn thành phố Sông Phố

Căn cứ Kế hoạch số 15/KH-SLĐXH ngày 12/01/2026 của Sở Lao động - Xã hội về truyền thông giảm nghèo năm 2026;

Phòng Lao động - Xã hội ban hành Kế hoạch truyền thông giảm nghèo năm 2026, cụ thể như sau:

## I. NỘI DUNG THỰC HIỆN

### 1. Đối tượng truyền thông

Truyền thông cho công chức làm công tác giảm nghèo; các hộ nghèo và hộ cận nghèo trên địa bàn.

### 2. Nội dung truyền thông

Các chính sách giảm nghèo (bảo hiểm y tế, tín dụng ưu đãi, nước sạch...).

### 3. Phương thức truyền thông

Tổ chức hội nghị, phát trên đài truyền thanh cơ sở, treo băng rôn.

## II. KINH PHÍ THỰC HIỆN

Từ nguồn kinh phí ngân sách năm 2026 giao cho Phòng.

## III. TỔ CHỨC THỰC HIỆN

Giao chuyên viên phụ trách giảm nghèo phối hợp với Phòng Văn hóa và Thông tin thực hiện:

1. Biên soạn bài phát thanh.
2. Thanh quyết toán kinh phí theo quy định.

Trên đây là Kế hoạch truyền thông giảm nghèo năm 2026./.

***Nơi nhận:***

- Sở Lao động - Xã hội;
- Lưu: VT.

**KT. TRƯỞNG PHÒNG**

**PHÓ TRƯỞNG PHÒNG**

**Trần Ngọc Lan**
"""
