package main

test_plain_source if "encrypted-kafka" in broken(without("source", "/spec/net/tls"))

test_plain_sink if "encrypted-kafka" in broken(without("sink", "/spec/auth"))

test_plain_broker if "encrypted-kafka" in broken(without("settings", "/data/auth.secret.ref.name"))

test_plain_client if "encrypted-kafka" in broken(set("container", "/env/-", {"name": "ZERODO_KAFKA_PROTOCOL", "value": "SASL_PLAINTEXT"}))

test_plain_is_enough_for_a_trial if {
	broken(array.concat(without("source", "/spec/net"), [{"op": "replace", "path": "/production", "value": false}])) == set()
}

test_login_without_mechanism if "kafka-login" in broken(without("source", "/spec/net/sasl/type"))

database := {"name": "ZERODO_APP_DATABASE_URL", "valueFrom": {"secretKeyRef": {"name": "zerodo-database", "key": "app"}}}

test_plain_postgres if "encrypted-postgres" in broken(set("container", "/env/-", database))

test_encrypted_postgres if {
	broken(array.concat(
		set("container", "/env/-", database),
		set("container", "/env/-", {"name": "PGSSL", "value": "verify-full"}),
	)) == set()
}

test_plain_address if "encrypted-outside" in broken(set("settings", "/data/ZERODO_PUBLIC_URL", "http://zerodo.example.com"))
