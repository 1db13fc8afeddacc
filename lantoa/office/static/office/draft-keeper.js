// What one writes is kept in this machine at each stroke and sent at each pause of the hand; a lost connection
// or two open pages lose no word. Without this script the button saves.
"use strict";

const PAUSE = 3000; // milliseconds without a stroke
const AGAIN = 15000; // between tries while there is no connection
const LEFT = 60000; // a copy untouched for so long belongs to a page that is closed

for (const form of document.querySelectorAll("form[data-draft]")) {
  const status = document.querySelector("[data-draft-status]");
  const found = document.querySelector("[data-draft-found]");
  const prefix = `lantoa-draft-${form.dataset.draft}-`;
  const tab = sessionStorage.getItem("lantoa-tab") ?? crypto.getRandomValues(new Uint32Array(2)).join("");
  sessionStorage.setItem("lantoa-tab", tab);
  form.autocomplete = "off"; // the copy puts the words back, not the browser
  let timer = 0;
  let sending = false;
  let unsent = false;
  let stopped = false;
  let request = new AbortController();

  const tell = (words) => { status.textContent = words; };
  const hour = () => new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  const fields = () => {
    const all = Object.fromEntries(new FormData(form));
    delete all.csrfmiddlewaretoken;
    delete all.sent_key;
    return all;
  };
  const keep = (more = {}) => {
    try {
      localStorage.setItem(prefix + tab, JSON.stringify({ fields: fields(), at: Date.now(), ...more }));
      return true;
    } catch {
      return false; // the browser keeps nothing for us
    }
  };
  const forget = (key = prefix + tab) => localStorage.removeItem(key);
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  };
  const cites = (name) => /^(cite|pick)_/.test(name); // a citation is made by the button, and seen before it is

  const send = async () => {
    if (!unsent || sending || stopped) return;
    sending = true;
    unsent = false;
    const data = new FormData(form);
    for (const name of [...data.keys()]) if (cites(name)) data.delete(name);
    data.append("autosave", "1");
    request = new AbortController();
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, signal: request.signal });
      if (answer.redirected || !answer.headers.get("content-type")?.includes("json")) throw new Error("no answer");
      taken(await answer.json());
    } catch {
      unsent = true;
      tell(keep() ? "Chưa gửi được, còn giữ trong máy. Có mạng sẽ gửi lại." : "Chưa gửi được. Đừng đóng trang này.");
    }
    sending = false;
    if (unsent && !stopped) later(status.textContent.startsWith("Chưa") ? AGAIN : PAUSE);
  };

  const taken = (answer) => {
    if (!answer.saved) {
      keep();
      stopped = answer.moved;
      tell(`Chưa lưu, còn giữ trong máy. ${answer.says}`);
      return;
    }
    form.elements.seen.value = answer.seen;
    for (const [number, id] of Object.entries(answer.blocks)) form.elements[`block_${number}`].value = id;
    const open = unsent || Object.entries(fields()).some(([name, value]) => cites(name) && value);
    if (open) keep();
    else forget();
    tell(`Đã lưu lúc ${hour()}.`);
  };

  // A copy of this page, or of one that was closed before its words were sent.
  const copies = () => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys
      .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }))
      .filter((copy) => copy.key === prefix + tab || Date.now() - copy.at > LEFT);
  };
  const same = (copy) => {
    const now = fields();
    return Object.entries(copy.fields).every(([name, value]) => name === "seen" || (now[name] ?? "") === value);
  };
  const offer = (copy) => {
    stopped = true;
    found.hidden = false;
    found.querySelector("[data-draft-open]").addEventListener("click", () => {
      const all = { ...copy.fields, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, save: "1" };
      const post = document.createElement("form");
      post.method = "post";
      post.action = form.action;
      for (const [name, value] of Object.entries(all)) {
        const box = document.createElement("textarea"); // an input would lose the line ends
        box.name = name;
        box.value = value;
        post.append(box);
      }
      post.hidden = true;
      document.body.append(post);
      post.submit();
    });
    found.querySelector("[data-draft-drop]").addEventListener("click", () => {
      forget(copy.key);
      found.hidden = true;
      stopped = false;
    });
  };
  const restore = () => {
    for (const copy of copies()) {
      const moved = copy.fields.seen !== form.elements.seen.value;
      if (same(copy) || (moved && copy.pressed)) forget(copy.key);
      else if (moved || Object.keys(copy.fields).some((name) => !form.elements[name])) offer(copy);
      else {
        for (const [name, value] of Object.entries(copy.fields)) form.elements[name].value = value;
        if (copy.key !== prefix + tab) forget(copy.key);
        keep();
        unsent = true;
        tell("Đã lấy lại chữ còn giữ trong máy.");
        later(0);
      }
    }
  };

  form.addEventListener("input", () => {
    unsent = true;
    const kept = keep();
    if (stopped) return;
    if (!status.textContent.startsWith("Chưa")) tell(kept ? "Đang viết, đã giữ trong máy." : "Đang viết.");
    later(PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    stopped = true;
    keep({ pressed: true });
  });
  // An answer that comes while the page is being left is not relied on: the next page looks for itself.
  window.addEventListener("beforeunload", () => request.abort());
  window.addEventListener("pageshow", (event) => { if (event.persisted) stopped = false; });
  window.addEventListener("online", () => later(0));
  document.addEventListener("htmx:configRequest", (event) => { if (!navigator.onLine) event.preventDefault(); });
  restore();
}
