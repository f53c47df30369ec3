# What travels encrypted in production: to Kafka, to Postgres, and from outside.
package main

deny contains refusal("encrypted-kafka", source, "net.tls.enable must be true in production") if {
	input.production
	some source in of_kind("KafkaSource")
	object.get(source, ["spec", "net", "tls", "enable"], false) != true
}

# The protocol stands in the Secret; without one it is PLAINTEXT.
deny contains refusal("encrypted-kafka", sink, "auth.secret.ref.name is missing: it would speak PLAINTEXT") if {
	input.production
	some sink in of_kind("KafkaSink")
	object.get(sink, ["spec", "auth", "secret", "ref", "name"], "") == ""
}

deny contains refusal("encrypted-kafka", broker, "its ConfigMap lacks auth.secret.ref.name: it would speak PLAINTEXT") if {
	input.production
	some broker in of_kind("Broker")
	some config in of_kind("ConfigMap")
	name(config) == object.get(broker, ["spec", "config", "name"], "?")
	object.get(config, ["data", "auth.secret.ref.name"], "") == ""
}

# The type that is left out is PLAIN, in silence.
deny contains refusal("kafka-login", source, sprintf("net.sasl.%s is missing", [field])) if {
	some source in of_kind("KafkaSource")
	sasl := object.get(source, ["spec", "net", "sasl"], {})
	sasl.enable == true
	some field in ["user", "password", "type"]
	not sasl[field].secretKeyRef.name
}

deny contains refusal("encrypted-kafka", item.owner, "ZERODO_KAFKA_PROTOCOL must be SSL or SASL_SSL in production") if {
	input.production
	some item in containers
	some variable in object.get(item.container, "env", [])
	variable.name == "ZERODO_KAFKA_PROTOCOL"
	not object.get(variable, "value", "") in {"SSL", "SASL_SSL"}
}

deny contains refusal("encrypted-postgres", item.owner, "PGSSL must be verify-full or require in production") if {
	input.production
	some item in containers
	names := {variable.name | some variable in object.get(item.container, "env", [])}
	some database in names
	endswith(database, "DATABASE_URL")
	not {"PGSSL:verify-full", "PGSSL:require"} & {sprintf("%s:%s", [variable.name, object.get(variable, "value", "")]) |
		some variable in item.container.env
	} != set()
}

deny contains refusal("encrypted-outside", settings, "ZERODO_PUBLIC_URL must begin with https:// in production") if {
	input.production
	some settings in of_kind("ConfigMap")
	address := settings.data.ZERODO_PUBLIC_URL
	not startswith(address, "https://")
}
