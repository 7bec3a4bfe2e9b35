/** Prints one paper and nothing else of the page; it is gone once it has been printed. `name` is the class of the body meanwhile. */
export function printAlone(paper: HTMLElement, name: string, pageRule: string): void {
  const size = document.createElement('style');
  size.textContent = `@page { ${pageRule} }`;
  const clear = () => {
    paper.remove();
    size.remove();
    document.body.classList.remove(name);
  };
  document.body.append(paper, size);
  document.body.classList.add(name);
  window.addEventListener('afterprint', clear, { once: true });
  window.print();
}
