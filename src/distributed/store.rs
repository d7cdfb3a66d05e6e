//! Where files lie: on this machine, or in a store whose address and keys are in the environment.

use datafusion::catalog::Session;
use datafusion::datasource::listing::ListingTableUrl;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::object_store::{DefaultObjectStoreRegistry, ObjectStoreRegistry};
use datafusion::execution::runtime_env::{RuntimeEnv, RuntimeEnvBuilder};
use datafusion::execution::{SessionState, SessionStateBuilder};
use datafusion::object_store::ObjectStore;
use object_store::aws::AmazonS3Builder;
use std::sync::Arc;
use url::Url;

/// Opens `s3://bucket` when it is first asked for, by `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
/// `AWS_REGION`, `AWS_ENDPOINT`, `AWS_ALLOW_HTTP` and their kin. Every process opens it for itself: keys do
/// not travel.
#[derive(Debug, Default)]
struct Stores(DefaultObjectStoreRegistry);

impl ObjectStoreRegistry for Stores {
    fn register_store(&self, url: &Url, store: Arc<dyn ObjectStore>) -> Option<Arc<dyn ObjectStore>> {
        self.0.register_store(url, store)
    }

    fn get_store(&self, url: &Url) -> Result<Arc<dyn ObjectStore>> {
        if let Ok(known) = self.0.get_store(url) {
            return Ok(known);
        }
        if url.scheme() != "s3" {
            return self.0.get_store(url);
        }
        let opened = AmazonS3Builder::from_env().with_url(url.as_str()).build();
        let store: Arc<dyn ObjectStore> = Arc::new(opened.map_err(|error| DataFusionError::from(error))?);
        self.0.register_store(url, Arc::clone(&store));
        Ok(store)
    }
}

/// What a process needs to read files.
pub fn runtime() -> Result<Arc<RuntimeEnv>> {
    RuntimeEnvBuilder::new().with_object_store_registry(Arc::new(Stores::default())).build_arc()
}

/// Reads lists of files, and what stands at their ends.
pub struct StoreReader {
    state: SessionState,
}

impl StoreReader {
    /// On this machine.
    pub fn new() -> Result<Self> {
        let state = SessionStateBuilder::new().with_runtime_env(runtime()?).with_default_features().build();
        Ok(StoreReader { state })
    }

    /// For listing.
    pub fn state(&self) -> &dyn Session {
        &self.state
    }

    /// Where `url` lies.
    pub fn store(&self, url: &ListingTableUrl) -> Result<Arc<dyn ObjectStore>> {
        self.state.runtime_env().object_store(url.object_store())
    }
}
