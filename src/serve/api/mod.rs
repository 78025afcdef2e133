//! The JSON API: what the graph knows of actors, edges, evidence, ties, blocs and time.
