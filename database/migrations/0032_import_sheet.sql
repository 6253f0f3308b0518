-- Why: a workbook has sheets, and which of them is read is chosen on screen while the file waits (R-039).

alter table import_files add column sheet text check (length(sheet) between 1 and 255);
comment on column import_files.sheet is 'The sheet of a workbook that is read; null for a file of text, and as long as nobody chose.';
