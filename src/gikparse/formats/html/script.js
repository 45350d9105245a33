"use strict";
// Without this script every link still goes to its place. It marks all of what a link is about,
// and opens the list in which its other end is folded away.
function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  for (const element of document.querySelectorAll(".current")) element.classList.remove("current");
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let parent = target.parentElement; parent; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  const key = id.startsWith("at-") ? id.slice(3) : id;
  for (const element of document.querySelectorAll("[data-marks~='" + CSS.escape(key) + "']")) {
    element.classList.add("current");
  }
  const entry = document.getElementById(key);
  if (entry && entry.matches("li, tr")) entry.classList.add("current");
  target.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", follow);
addEventListener("DOMContentLoaded", follow);
