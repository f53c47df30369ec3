package main

written := {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "zerodo-key"}, "stringData": {"key": "a"}}

test_written_secret if "secret-written" in broken([{"op": "add", "path": "/objects/-", "value": written}])

test_secret_in_a_variable if "secret-in-variable" in broken(set("container", "/env/-", {"name": "ZERODO_SECRET_KEY", "value": "a"}))

test_secret_in_an_address if "secret-in-variable" in broken(set("container", "/env/-", {"name": "ADDRESS", "value": "smtp://me:word@mail"}))

test_secret_in_settings if "secret-in-settings" in broken(set("settings", "/data/ZERODO_APP_DATABASE_URL", "postgres://db"))
