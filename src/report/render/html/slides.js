// One slide at a time: right, space, page down or a click go on; left and page up go back; home and end.
const slides = [...document.querySelectorAll(".slide")];
document.body.classList.add("shown");

/** The slide in the address, so that a reload stays where it is. */
const place = () => Math.max(0, slides.findIndex((slide) => "#" + slide.id === location.hash));

/** As large as the window allows, and never cut. */
function fit(slide) {
  const content = slide.querySelector(".content");
  content.style.transform = content.style.width = "";
  const room = [slide.clientWidth - 64, innerHeight - 96];
  const scale = Math.min(room[0] / content.scrollWidth, room[1] / content.scrollHeight, 1);
  content.style.transform = `scale(${Math.max(scale, 0.3)})`;
}

function show() {
  const here = slides[place()];
  for (const slide of slides) slide.classList.toggle("here", slide === here);
  fit(here);
}

const go = (to) => { location.hash = slides[Math.min(Math.max(to, 0), slides.length - 1)].id; };

addEventListener("hashchange", show);
addEventListener("resize", show);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const moves = {
    ArrowRight: 1, ArrowDown: 1, " ": event.shiftKey ? -1 : 1, PageDown: 1, Enter: 1,
    ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1, Home: -slides.length, End: slides.length,
  };
  if (!(event.key in moves)) return;
  event.preventDefault();
  go(place() + moves[event.key]);
});
show();
