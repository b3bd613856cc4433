package conveyarr.download.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A download in PostgreSQL. */
@Entity
@Table(name = "download")
public class DownloadRow extends StateRow {}
