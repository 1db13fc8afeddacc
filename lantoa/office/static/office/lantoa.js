// Small comforts; every page works without them.
"use strict";

// The summary of errors is read out first, and its links put the cursor into the field.
document.querySelector(".errors[data-focus]")?.focus();
document.addEventListener("click", (event) => {
  const link = event.target.closest(".errors a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const input = field.matches("input, select, textarea") ? field : field.querySelector("input, select, textarea");
  (input ?? field).focus();
  (field.closest(".field") ?? field).scrollIntoView({ block: "center" });
});

// A menu closes with Escape or a click beside it.
const openMenus = () => document.querySelectorAll("details.switch[open]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

// A second press of the same button sends nothing twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 5000); // a download leaves the page in place
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Leaving the desk takes the pages kept for work without a connection along.
document.addEventListener("submit", (event) => {
  if (event.target.action.includes("dang-xuat") && "caches" in window) caches.delete("lantoa-pano");
});
