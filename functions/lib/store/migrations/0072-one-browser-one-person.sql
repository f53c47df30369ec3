-- A browser has one address for push, whoever is signed in: it belongs to whoever named it last.
create index push_subscriptions_endpoint on push_subscriptions using hash (endpoint);
