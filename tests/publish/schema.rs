//! `ontology/schema.ttl` declares what the exports use, in both languages.
