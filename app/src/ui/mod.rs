//! The components that every page is made of. Their looks are in `style/` under the same names.
//!
//! What is not here: anything that knows a feature.

mod avatar;
mod copy;
mod dialog;
mod done;
mod downloads;
mod empty;
mod filters;
pub mod form;
mod icon;
mod keyed;
mod loaded;
mod notice;
mod page_head;
mod pagination;
mod progress;
mod prose;
mod skeleton;
mod tabs;
mod toast;
mod written;

pub use avatar::Avatar;
pub(crate) use avatar::avatar;
pub use copy::CopyField;
pub use dialog::Dialog;
pub use done::done;
pub use downloads::Downloads;
pub use empty::Empty;
pub use filters::{FilterBar, Pick, PickField, Search, SearchInput};
pub use icon::Icon;
pub(crate) use icon::icon;
pub use keyed::{Keyed, anew, keyed};
pub use loaded::{ErrorView, Loaded};
pub use notice::Notice;
#[cfg(feature = "ssr")]
pub use page_head::Head;
pub use page_head::{Crumb, PageHead};
pub use pagination::{ListAddress, Pagination};
pub use progress::ProgressLine;
pub use prose::Paragraphs;
pub use skeleton::{Skeleton, SkeletonKind};
pub use tabs::{Tab, Tabs};
pub use toast::{ToastRegion, Toasts, provide_toasts, use_toasts};
pub use written::{Written, WrittenPage};
