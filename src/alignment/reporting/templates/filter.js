"use strict";
(() => {
  const form = document.getElementById("filter");
  const listed = Array.from(document.querySelectorAll("#findings [data-f]"));
  const rows = Array.from(document.querySelectorAll("#matrix tbody"));
  const words = new Map();
  const text = (node) => {
    if (!words.has(node)) words.set(node, node.textContent.toLowerCase());
    return words.get(node);
  };
  const value = (id) => document.getElementById(id)?.value ?? "";
  const show = (node, on) => { node.toggleAttribute("data-off", !on); return on; };
  const filter = () => {
    const wanted = value("filter-text").trim().toLowerCase().split(/\s+/).filter(Boolean);
    const family = value("filter-family"), agency = value("filter-agency");
    const holds = (node) => wanted.every((word) => text(node).includes(word));
    let shown = 0;
    for (const node of listed) {
      shown += show(node, (!family || node.dataset.f === family) && (!agency || node.dataset.a === agency) && holds(node));
    }
    for (const node of rows) show(node, holds(node));
    const active = Boolean(wanted.length || family || agency);
    for (const group of document.querySelectorAll("#findings .group, #findings .severity")) {
      show(group, !active || group.querySelector("[data-f]:not([data-off])") !== null);
    }
    for (const rest of document.querySelectorAll("#findings .rest")) {
      show(rest, !active || rest.querySelector("[data-f]:not([data-off])") !== null);
      if (active) rest.open = true;
    }
    for (const block of document.querySelectorAll("#matrix .block")) {
      show(block, !wanted.length || block.querySelector("tbody:not([data-off])") !== null);
      if (wanted.length) block.open = true;
    }
    document.getElementById("filter-shown").textContent =
      form.dataset.shown.replace("%s", shown).replace("%t", listed.length);
  };
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    for (let node = target && target.closest("details"); node; node = node.parentElement.closest("details")) node.open = true;
    if (target) target.scrollIntoView();
  };
  if (form) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    let waiting = 0;
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
    filter();
  }
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const node of document.querySelectorAll(".on-paper")) node.open = true;
  });
  reveal();
})();
