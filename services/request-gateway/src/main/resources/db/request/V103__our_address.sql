-- Our address as it was given to the program, by which our own hook there is known again.
alter table connection add column address text;
