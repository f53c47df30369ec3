package main

test_other_name if "name-committed" in broken(set("trigger", "/metadata/name", "stats-recorded"))

test_old_name_is_gone if "name-gone" in broken(set("trigger", "/metadata/name", "stats-recorded"))

test_other_group if "name-group" in broken(set("source", "/spec/consumerGroup", "notifications"))
