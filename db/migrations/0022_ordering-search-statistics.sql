-- So that the planner knows rare words from common ones: rare ones go by the search index, common ones along the order of the list.
ALTER TABLE "ordering"."orders" ALTER COLUMN "search" SET STATISTICS 1000;
