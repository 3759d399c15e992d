--liquibase formatted sql

--changeset tierline:desk-004-first-texts
-- to begin with; supervisors rewrite or drop them
insert into canned_text (name, body, changed_at, changed_by) values
  ('First answer', E'Dear {{contact.name}},\n\nthank you for your report. We have begun to work on case {{number}} and solve it by {{resolution.dueAt}}.\n\n{{technician}}', now(), 'Tierline'),
  ('Ask for log files', E'Dear {{contact.name}},\n\nplease send us the log files of {{product}} from the time when it happened: just answer this mail. Case {{number}} waits for them.\n\n{{technician}}', now(), 'Tierline'),
  ('Product team', E'Dear {{contact.name}},\n\nour product team works on case {{number}} now. You hear from them by {{update.dueAt}}.\n\n{{technician}}', now(), 'Tierline')
  on conflict do nothing;
