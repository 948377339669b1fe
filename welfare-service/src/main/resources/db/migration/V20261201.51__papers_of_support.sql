-- Papers at support cases are written at the home of their union, as the cases are.
select write_papers_at_home('attachment');
