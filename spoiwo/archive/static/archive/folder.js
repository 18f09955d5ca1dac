// A field marked so takes a whole folder: browsers offer it, HTML names no attribute for it.
for (const field of document.querySelectorAll("input[data-folder]")) field.webkitdirectory = true;
