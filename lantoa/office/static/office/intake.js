// Files are sent one by one, each with its progress and its outcome. Without this script the form sends all.
"use strict";

for (const form of document.querySelectorAll("form[data-intake]")) {
  const panel = document.querySelector("[data-intake-progress]");
  const rows = panel.querySelector("[data-intake-rows]");
  const status = panel.querySelector("[data-intake-status]");

  const waiting = (file) => {
    const row = document.createElement("li");
    const box = document.createElement("div");
    const name = document.createElement("h3");
    const bar = document.createElement("progress");
    name.textContent = file.name;
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", `Đang gửi ${file.name}`);
    box.append(name, bar);
    row.append(box);
    rows.append(row);
    return { row, box, bar };
  };

  const failed = (box, bar, words) => {
    const line = document.createElement("p");
    line.className = "err";
    line.textContent = words;
    bar.remove();
    box.append(line);
  };

  const send = (file) => new Promise((done) => {
    const { row, box, bar } = waiting(file);
    const data = new FormData(form);
    data.delete("files");
    data.append("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "fetch");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable && event.loaded < event.total) bar.value = (100 * event.loaded) / event.total;
      else bar.removeAttribute("value"); // sent; the server is reading
    });
    request.addEventListener("load", () => {
      if (request.status === 200) row.outerHTML = request.responseText;
      else failed(box, bar, request.status === 400 ? request.responseText : "Máy chủ chưa đọc được tệp này. Gửi lại.");
      done(request.status === 200);
    });
    request.addEventListener("error", () => {
      failed(box, bar, "Mất kết nối khi gửi. Kiểm tra mạng rồi gửi lại tệp này.");
      done(false);
    });
    request.send(data);
  });

  form.addEventListener("submit", async (event) => {
    const input = form.querySelector("input[type=file]");
    if (!input.files.length) return;
    event.preventDefault();
    const files = [...input.files];
    const button = form.querySelector("button");
    button.disabled = true;
    panel.hidden = false;
    panel.scrollIntoView({ block: "nearest" });
    let read = 0;
    for (const [at, file] of files.entries()) {
      status.textContent = `Tệp ${at + 1} trên ${files.length}: ${file.name}`;
      read += await send(file);
    }
    status.textContent = read === files.length ? `Đã đọc xong ${read} tệp.` : `Đã đọc ${read} trên ${files.length} tệp.`;
    button.disabled = false;
    input.value = "";
  });
}
