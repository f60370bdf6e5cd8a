package io.archmeter.cli;

import org.junit.jupiter.api.Test;

class InputsCommandTest {
    @Test
    void sizesThatAFileLeavesOpenAreListedWithTheirNames() {
        Cli.run("inputs", "src/test/resources/onnx/trap_dim_param_shared.onnx", "--bind", "n=5", "--format", "csv")
                .printsExactly("""
                        kind,name,type,shape,value,option
                        input,x,float32,batch×n×8,1×5×8,with --bind x=1x5x8
                        input,z,float32,batch×n×8,1×5×8,with --bind z=1x5x8
                        extent,batch,,"x.0, z.0",1 (default),with --bind batch=…
                        extent,n,,"x.1, z.1",5 (--bind),with --bind n=…
                        """.replace("\n", "\r\n"));
    }

    @Test
    void storedTensorsThatMayBeReplacedAreNoInputs() {
        Cli.run("inputs", "src/test/resources/onnx/trap_init_also_inputs_ir3.onnx", "--format", "csv")
                .printsExactly("""
                        kind,name,type,shape,value,option
                        input,x,float32,1×4×9×8,1×4×9×8,with --bind x=1x4x9x8
                        constant,w,float32,6×4×3×3,of the file,
                        constant,s,int64,2,of the file,
                        """.replace("\n", "\r\n"));
    }

    @Test
    void aSpecHasInputsAndParams() {
        Cli.run("inputs", "vgg16", "--set", "classes=10", "--format", "csv").printsExactly("""
                        kind,name,type,shape,value,option
                        input,input,float32,1×3×224×224,1×3×224×224,with --input 3x224x224
                        param,depths,,,"[2, 2, 3, 3, 3]",with --set depths=…
                        param,batchnorm,,,false,with --set batchnorm=…
                        param,classes,,,10 (--set),with --set classes=…
                        param,pointwise,,,false,with --set pointwise=…
                        """.replace("\n", "\r\n"));
    }
}
