-- CreateTable
CREATE TABLE "design" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "head_sequence" INTEGER NOT NULL DEFAULT 0,
    "document_version" INTEGER NOT NULL,
    "thumbnail" TEXT,

    CONSTRAINT "design_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "design_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "label" JSON NOT NULL,
    "diff" JSON NOT NULL,
    "client_change_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_pkey" PRIMARY KEY ("design_id","sequence")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "design_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "document" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("design_id","sequence")
);

-- CreateIndex
CREATE INDEX "design_archived_at_updated_at_idx" ON "design"("archived_at", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "change_design_id_client_change_id_key" ON "change"("design_id", "client_change_id");

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_design_id_fkey" FOREIGN KEY ("design_id") REFERENCES "design"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_design_id_fkey" FOREIGN KEY ("design_id") REFERENCES "design"("id") ON DELETE CASCADE ON UPDATE CASCADE;
