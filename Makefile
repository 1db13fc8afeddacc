# Lan Tỏa. "make" alone shows what can be done.
PY = .venv/bin/python
.DEFAULT_GOAL = help
.PHONY: help install demo run test test-unit test-slow test-screens test-postgresql test-journeys check format bench docs pins clean

help: ## Những việc làm được
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: .venv/run ## Cài đặt vào .venv (gói hệ thống còn thiếu, thư viện, lệnh lantoa)

demo: .venv/run ## Nạp dữ liệu mẫu một năm của Biên Hòa rồi phục vụ tại http://localhost:8000
	@.venv/bin/lantoa demo

run: .venv/run ## Phục vụ dữ liệu thật tại http://localhost:8000
	@.venv/bin/lantoa setup
	@.venv/bin/lantoa serve

test: .venv/dev test-unit test-slow test-screens test-postgresql test-journeys ## Mọi kiểm thử: đơn vị, màn hình, PostgreSQL, hành trình trong trình duyệt

test-unit: .venv/dev ## Kiểm thử đơn vị trên SQLite
	$(PY) -m pytest -n 2 -m "not screen and not journey and not slow"

test-slow: .venv/dev ## Kiểm thử lâu hơn: bản quét, tệp hỏng và tệp gây hại, cả năm dữ liệu mẫu
	$(PY) -m pytest -n 2 --dist loadfile -m "slow and not journey"

test-screens: .venv/dev ## Kiểm thử từng màn hình trên SQLite
	$(PY) -m pytest -n 2 -m "screen and not journey"

test-postgresql: .venv/dev ## Kiểm thử có cơ sở dữ liệu dưới các màn hình, trên PostgreSQL tự khởi động
	$(PY) -m tests.on_postgresql -n 2 -m "db and not screen and not journey"

test-journeys: .venv/dev ## Hành trình trong Chromium
	$(PY) -m pytest -n 2 --dist worksteal -m journey

check: .venv/dev ## Định dạng, quy ước, ranh giới các khu, kiểu, migration
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/lint-imports
	.venv/bin/mypy
	$(PY) -m scripts.check_migrations

format: .venv/dev ## Định dạng mã nguồn
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: .venv/dev ## Đo: mỗi con số kèm cỡ dữ liệu
	$(PY) -m bench

docs: .venv/dev ## Viết lại các phần tự sinh của tài liệu
	$(PY) -m scripts.write_docs

pins: .venv/dev ## Ghim lại thư viện sau khi sửa pyproject.toml
	.venv/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header requirements-install.in -o requirements-install.txt
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements-dev.txt

.venv/uv: requirements-install.txt
	@scripts/system-packages run
	@python3 -m venv .venv  # also gives pip back, which the sync below removes
	@$(PY) -m pip install -q --disable-pip-version-check -r requirements-install.txt
	@touch $@

.venv/run: .venv/uv requirements.txt pyproject.toml
	@test -e .venv/dev || .venv/bin/uv pip sync -q --python $(PY) requirements-install.txt requirements.txt
	@test -e .venv/dev && .venv/bin/uv pip sync -q --python $(PY) requirements-install.txt requirements-dev.txt || true
	@.venv/bin/uv pip install -q --python $(PY) --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	@scripts/system-packages test
	@.venv/bin/uv pip sync -q --python $(PY) requirements-install.txt requirements-dev.txt
	@.venv/bin/uv pip install -q --python $(PY) --no-deps --no-build-isolation -e .
	@touch $@
