//! What each address answers: pure functions of what is looked at and the parameters.

pub(super) mod about;
pub(super) mod actor;
pub(super) mod actors;
pub(super) mod blocs;
pub(super) mod edges;
pub(super) mod evidence;
pub(super) mod network;
pub(super) mod ties;
pub(super) mod timeline;
