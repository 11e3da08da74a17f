// The search: finds codes, names, statuses and parts of messages as one types. ENTRIES is made by `errors book`.
"use strict";
(() => {
  const MOST = 30;
  const root = document.body.dataset.root;
  const field = document.getElementById("search");
  const list = document.getElementById("results");
  const found = document.getElementById("found");
  const entries = window.ENTRIES.map((entry) => ({
    entry,
    code: entry.c.toLowerCase(),
    name: entry.n.toLowerCase(),
    wordings: entry.w.toLowerCase().split("\n").filter(Boolean).map((text) => text.split(/\{[^}]*\}|\[\.\.\.\]/)),
    text: [entry.c, entry.n, entry.v, entry.s, entry.m, entry.w, entry.t].join("\n").toLowerCase(),
  }));
  let chosen = -1;

  // Whether a whole message, as a log has it, follows a wording: its fixed texts in their order.
  const follows = (message, parts) => {
    let at = 0;
    for (const part of parts) {
      at = message.indexOf(part, at);
      if (at < 0) return false;
      at += part.length;
    }
    return parts.join("").trim().length > 8;
  };

  const score = (item, wanted, words) => {
    if (item.code === wanted) return 100;
    if (item.name === wanted) return 90;
    if (item.code.startsWith(wanted)) return 80;
    if (item.name.startsWith(wanted)) return 70;
    if (item.code.includes(wanted) || item.name.includes(wanted)) return 60;
    if (item.wordings.some((parts) => follows(wanted, parts))) return 50;
    if (words.every((word) => item.text.includes(word))) return item.entry.s.includes(wanted) ? 45 : 40;
    return 0;
  };

  const choose = (index) => {
    const rows = [...list.children];
    chosen = Math.max(-1, Math.min(index, rows.length - 1));
    rows.forEach((row, at) => row.setAttribute("aria-selected", String(at === chosen)));
    if (chosen < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", rows[chosen].id);
    rows[chosen].scrollIntoView({ block: "nearest" });
  };

  const row = (entry, at) => {
    const item = document.createElement("li");
    item.id = `result-${at}`;
    item.setAttribute("role", "option");
    const link = document.createElement("a");
    link.href = root + entry.u;
    link.tabIndex = -1;
    const code = document.createElement("code");
    code.textContent = entry.c;
    link.append(`${entry.v} `, code, ` ${entry.n} `);
    const meaning = document.createElement("span");
    meaning.className = "hint";
    meaning.textContent = entry.m;
    link.append(meaning);
    item.append(link);
    return item;
  };

  const search = () => {
    const wanted = field.value.trim().toLowerCase();
    const words = wanted.split(/\s+/);
    const scored = wanted ? entries.map((item) => [score(item, wanted, words), item]) : [];
    const matches = scored.filter(([points]) => points > 0).sort((one, other) => other[0] - one[0]);
    list.replaceChildren(...matches.slice(0, MOST).map(([, item], at) => row(item.entry, at)));
    list.hidden = matches.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    found.textContent = wanted ? `${matches.length} found` : "";
    choose(-1);
  };

  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter") list.children[Math.max(chosen, 0)]?.querySelector("a").click();
    else if (event.key === "Escape") { field.value = ""; search(); }
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); field.focus(); }
  });
  document.addEventListener("click", (event) => { if (!event.target.closest("form")) { list.hidden = true; field.setAttribute("aria-expanded", "false"); } });
})();
