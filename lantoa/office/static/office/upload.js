// A file that cannot be kept is told before it is sent. The server checks again.
"use strict";

const sentence = (input, file) => {
  const limit = Number(input.dataset.limit);
  const kinds = (input.dataset.kinds ?? "").split(",").filter(Boolean);
  const name = file.name.toLowerCase();
  if (limit && file.size > limit) {
    const megabytes = (file.size / 1024 / 1024).toFixed(0);
    return `Tệp “${file.name}” nặng ${megabytes} MB, quá ${limit / 1024 / 1024} MB. Chọn tệp nhỏ hơn.`;
  }
  if (file.size === 0) return `Tệp “${file.name}” rỗng. Chọn lại tệp.`;
  if (kinds.length && !kinds.some((ending) => name.endsWith(ending))) {
    return `Tệp “${file.name}” không đúng loại. Chỉ nhận: ${kinds.join(", ")}.`;
  }
  return "";
};

const tell = (input, words) => {
  const field = input.closest(".field") ?? input.parentElement;
  const id = `${input.id}_before`;
  field.querySelector(`#${CSS.escape(id)}`)?.remove();
  field.classList.toggle("bad", Boolean(words));
  input.setCustomValidity(words);
  if (words) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  if (!words) return;
  const line = document.createElement("p");
  line.className = "err";
  line.id = id;
  line.setAttribute("role", "alert");
  line.textContent = words;
  input.before(line);
};

document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.type !== "file" || !input.dataset.limit) return;
  tell(input, [...input.files].map((file) => sentence(input, file)).find(Boolean) ?? "");
});

for (const drop of document.querySelectorAll(".drop")) {
  for (const kind of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => {
      drop.classList.toggle("over", kind === "dragover");
      const input = drop.querySelector("input[type=file]");
      if (kind === "dragover") event.preventDefault();
      if (kind !== "drop" || !input || event.target === input) return;
      event.preventDefault();
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
